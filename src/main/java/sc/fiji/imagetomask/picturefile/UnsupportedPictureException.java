package sc.fiji.imagetomask.picturefile;

import java.io.IOException;

/**
 * A picture file that is not broken, but of a kind that is not supported; the message is one sentence that names it.
 */
public class UnsupportedPictureException extends IOException {

    private static final long serialVersionUID = 1;

    public UnsupportedPictureException(String sentence) {
        super(sentence);
    }
}
