package sc.fiji.imagetomask.cli;

import java.io.IOException;

/** A picture file that is not broken, but of a kind that no mask is made of; the message is one sentence that names it. */
final class UnfitPicture extends IOException {

    private static final long serialVersionUID = 1;

    UnfitPicture(String sentence) {
        super(sentence);
    }
}
