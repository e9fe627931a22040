package sc.fiji.imagetomask.picturefile;

/** What the user chose of a picture file, such as a page or a channel, is not there; the message is one sentence. */
public final class WrongChoiceException extends UnsupportedPictureException {

    private static final long serialVersionUID = 1;

    public WrongChoiceException(String sentence) {
        super(sentence);
    }
}
