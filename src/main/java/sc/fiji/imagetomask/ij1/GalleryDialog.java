package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import java.util.Map;
import java.util.Optional;
import sc.fiji.imagetomask.imagej.ImagePlusPictures;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.GalleryOption;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.ui.preview.OpenWindows;

/** Asks for the options of a gallery of channels. */
final class GalleryDialog extends FormDialog<GalleryOptions> {

    private static final long serialVersionUID = 1;

    private final Fields form;

    /**
     * Asks the user; empty if the user canceled.
     *
     * @throws IllegalArgumentException if the picture is empty, in one sentence
     */
    static Optional<GalleryOptions> ask(ImagePlus picture) {
        ImagePlusPictures.requirePixels(picture);
        return ask(() -> new GalleryDialog(new Subject(picture)));
    }

    private GalleryDialog(Subject subject) {
        super("gallery", CommandNames.GALLERY);
        form = new Fields(subject);
        setForm(form);
        setFoot(null, null);
        fit();
        OpenWindows.placeBeside(this, subject.picture().getWindow());
    }

    @Override
    GalleryOptions result() {
        return form.options();
    }

    private static final class Fields extends Form {

        private static final long serialVersionUID = 1;

        private final transient Subject subject;

        Fields(Subject subject) {
            this.subject = subject;
            GalleryOptions start = GalleryOptions.DEFAULT;
            choice(GalleryOption.AS);
            endRow();
            flag(GalleryOption.MASKED);
            endRow();
            flag(GalleryOption.SORTED);
            endRow();
            text(MaskOption.STAINS, 16);
            endRow();
            text(MaskOption.BACKGROUND, 9);
            endRow();
            text(MaskOption.COLOUR, 16);
            endRow();
            if (subject.isHighBitDepth()) text(MaskOption.RANGE, 9);
            endRow();
            if (subject.hasChannels()) text(MaskOption.RGB, 9);
            endRow();
            choice(MaskOption.ENGINE);
            endRow();
            show("as", start.as().label());
            show("stains", start.stains().text());
            show("background", start.stains().background().text());
            show("colour", start.colours().text());
            show("range", start.reading().range().text());
            show("rgb", start.reading().rgb().text());
            show("engine", start.engine());
        }

        GalleryOptions options() {
            GalleryOptions options = GalleryOptions.DEFAULT;
            for (Map.Entry<String, String> value : values().entrySet())
                options = options.with(value.getKey(), value.getValue());
            return options;
        }

        @Override
        String numbers(String key, String text) {
            GalleryOptions now = options();
            return subject.numbers(key, text, now.reading(), now.stains().background());
        }

        @Override
        void check(String key, String value) {
            subject.requireReadable(options().with(key, value).reading());
        }

        @Override
        void changed() {}
    }
}
