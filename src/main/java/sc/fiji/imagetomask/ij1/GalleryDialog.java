package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import java.util.Map;
import java.util.Optional;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.imagej.ImagePlusPictures;
import sc.fiji.imagetomask.options.GalleryForm;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.OptionLabels;
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
        super("gallery", OptionLabels.GALLERY);
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
            choice("as", OptionLabels.AS, OptionLabels.AS_TIP, Labelled.labels(GalleryForm.values()));
            endRow();
            flag("masked", OptionLabels.MASKED, OptionLabels.MASKED_TIP);
            endRow();
            if (subject.isHighBitDepth())
                text("range", OptionLabels.RANGE, OptionLabels.RANGE_TIP, 9, "display", "type");
            endRow();
            if (subject.hasChannels()) text("rgb", OptionLabels.RGB, OptionLabels.RGB_TIP, 9);
            endRow();
            choice(
                    "engine",
                    OptionLabels.ENGINE,
                    OptionLabels.ENGINE_TIP,
                    EngineChoice.names().toArray(String[]::new));
            endRow();
            show("as", start.as().label());
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
        void check(String key, String value) {
            subject.requireReadable(options().with(key, value).reading());
        }

        @Override
        void changed() {}
    }
}
