package sc.fiji.imagetomask.ij1;

import ij.Prefs;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.OptionLabels;
import sc.fiji.imagetomask.ui.preview.OpenWindows;

/**
 * Asks for the options of the tool <i>Mask By Sampled Colour</i>, and keeps them in ImageJ's preferences, where the tool
 * finds them: how it samples, and all of a mask's options but those that it finds by itself.
 */
public final class ToolOptions extends FormDialog<ToolOptions.Tool> {

    private static final long serialVersionUID = 1;
    private static final String RADIUS = "imagetomask.tools.radius";
    private static final String TOLERANCE = "imagetomask.tools.tolerance";
    private static final String OPTIONS = "imagetomask.tools.options";
    private static final List<String> MASK_KEYS = List.of("inside", "mask", "range", "rgb", "output", "engine");

    private final Fields form;

    record Tool(String radius, String tolerance, String options) {}

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
                form.value("radius"), form.value("tolerance"), form.options().text(MASK_KEYS));
        Prefs.set(RADIUS, tool.radius());
        Prefs.set(TOLERANCE, tool.tolerance());
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
            text("radius", "Radius", "Of the sample, in pixels: 0 to 50", 5);
            text("tolerance", "Tolerance", "How far from the sampled colour it is still white: 0 to 100", 5);
            choice("output", OptionLabels.OUTPUT, OptionLabels.OUTPUT_TIP, Labelled.labels(Output.values()));
            choice("mask", OptionLabels.MASK, OptionLabels.MASK_TIP, Subject.FILES.maskChoices());
            text("range", OptionLabels.RANGE, OptionLabels.RANGE_TIP, 9, "display", "type");
            text("rgb", OptionLabels.RGB, OptionLabels.RGB_TIP, 5);
            flag("inside", OptionLabels.INSIDE, OptionLabels.INSIDE_TIP);
            choice(
                    "engine",
                    OptionLabels.ENGINE,
                    OptionLabels.ENGINE_TIP,
                    EngineChoice.names().toArray(String[]::new));
            MaskOptions last = last();
            show("mask", MaskOptions.NO_MASK);
            show("rgb", "");
            last.values().forEach(this::show);
            show("radius", Prefs.get(RADIUS, "3"));
            show("tolerance", Prefs.get(TOLERANCE, "12"));
        }

        MaskOptions options() {
            MaskOptions options = MaskOptions.DEFAULT;
            for (Map.Entry<String, String> value : values().entrySet())
                if (MASK_KEYS.contains(value.getKey())) options = options.with(value.getKey(), value.getValue());
            return options;
        }

        @Override
        void check(String key, String value) {
            switch (key) {
                case "radius" -> requireUpTo(50, key, value);
                case "tolerance" -> requireUpTo(100, key, value);
                default -> options().with(key, value);
            }
        }

        private static void requireUpTo(int most, String key, String value) {
            if (!value.matches("\\d{1,3}") || Integer.parseInt(value) > most)
                throw new IllegalArgumentException(
                        key + " is '" + value + "', but must be a whole number from 0 to " + most + ".");
        }

        @Override
        void changed() {}
    }
}
