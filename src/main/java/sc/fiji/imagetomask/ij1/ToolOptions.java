package sc.fiji.imagetomask.ij1;

import ij.Prefs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.Option;
import sc.fiji.imagetomask.ui.preview.OpenWindows;
import sc.fiji.imagetomask.value.WholeNumber;

/**
 * Asks for the options of the tool <i>Mask By Sampled Colour</i>, and saves them in ImageJ's preferences, where the
 * tool reads them: the size of the sample, and the options that the search does not find itself.
 */
public final class ToolOptions extends FormDialog<ToolOptions.Tool> {

    private static final long serialVersionUID = 1;
    private static final String RADIUS = "imagetomask.tools.radius";
    private static final String OPTIONS = "imagetomask.tools.find";
    private static final List<String> MASK_KEYS = Stream.of(
                    MaskOption.MASK,
                    MaskOption.MASKVALUES,
                    MaskOption.RANGE,
                    MaskOption.RGB,
                    MaskOption.OUTPUT,
                    MaskOption.ENGINE)
            .map(Option::key)
            .toList();

    private static final WholeNumber RADII = new WholeNumber(0, 50);
    private static final Option SAMPLE_RADIUS =
            Option.of("radius", RADII, "Radius", "Radius of the sample in pixels: 0 to " + RADII.most());
    private final Fields form;

    record Tool(String radius, String options) {}

    /**
     * For the toolset; returns once the user has accepted or canceled.
     *
     * @return what the user chose, as text; nothing if the user canceled
     */
    public static String ask() {
        return ask(ToolOptions::new).map(Tool::toString).orElse("");
    }

    private ToolOptions() {
        super("tool options", "Mask By Sampled Colour");
        form = new Fields();
        setForm(form);
        setFoot(null, null);
        fit();
        OpenWindows.placeBeside(this, getOwner());
    }

    @Override
    Tool result() {
        Tool tool = new Tool(
                String.valueOf(RADII.parse(SAMPLE_RADIUS.key(), form.value(SAMPLE_RADIUS.key()))),
                form.options().text(MASK_KEYS));
        Prefs.set(RADIUS, tool.radius());
        Prefs.set(OPTIONS, tool.options());
        Prefs.savePreferences();
        return tool;
    }

    private static MaskOptions last() {
        try {
            return MaskOptions.parse(Prefs.get(OPTIONS, ""));
        } catch (IllegalArgumentException e) { // written by hand
            return MaskOptions.DEFAULT;
        }
    }

    private static final class Fields extends Form {

        private static final long serialVersionUID = 1;

        Fields() {
            text(SAMPLE_RADIUS, 5);
            choice(MaskOption.OUTPUT);
            choice(MaskOption.MASK, Subject.FILES.maskChoices());
            text(MaskOption.RANGE, 9);
            text(MaskOption.RGB, 5);
            choice(MaskOption.MASKVALUES);
            choice(MaskOption.ENGINE);
            MaskOptions last = last();
            show("mask", MaskOptions.NO_MASK);
            show("rgb", "");
            last.values().forEach(this::show);
            show("radius", Prefs.get(RADIUS, "3"));
        }

        MaskOptions options() {
            MaskOptions options = MaskOptions.DEFAULT;
            for (Map.Entry<String, String> value : values().entrySet())
                if (MASK_KEYS.contains(value.getKey())) options = options.with(value.getKey(), value.getValue());
            return options;
        }

        @Override
        void check(String key, String value) {
            if (key.equals(SAMPLE_RADIUS.key())) RADII.parse(key, value);
            else options().with(key, value);
        }

        @Override
        void changed() {}
    }
}
