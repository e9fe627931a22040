package sc.fiji.imagetomask.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.scijava.command.ContextCommand;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.preset.Presets;

/**
 * A command for scripts. Inputs that the script does not give have their defaults, and no dialog asks for them: {@link
 * SettledInputs}. Input that cannot be used cancels the command, with one sentence as the reason, and there is no
 * result.
 *
 * <p>These commands have no place in the menu. The menu's entries, for people and for macros, are those of
 * {@code plugins.config}: in Fiji they know the image that a macro works on, which a command of SciJava does not.
 */
abstract class ScriptCommand extends ContextCommand {

    static final String PRESET_HELP =
            "Settings from a preset: its name, or the path of its file; inputs that are given beside it replace those of the preset";

    @Parameter(
            persist = false,
            required = false,
            description =
                    "An ImagePlus or Dataset; for ImgLib2's command also an Img or ImgPlus, for the others the title"
                            + " of an open image; the active image if it is left out")
    private Object image;

    @Parameter(persist = false, required = false, description = MaskOption.Help.ENGINE)
    private String engine = MaskOptions.DEFAULT.engine();

    @Parameter
    private ConvertService converters;

    @Parameter
    private LogService log;

    /** Null if SciJava runs the command without its preprocessors. */
    private Set<String> given;

    /**
     * Makes the result.
     *
     * @throws IllegalArgumentException naming the value that cannot be used, and the allowed ones
     * @throws CancellationException if it was canceled meanwhile
     */
    abstract void make(String engineName);

    /**
     * Shows the result where there is a display.
     *
     * @return whether SciJava has nothing more to do with it
     */
    abstract boolean show(boolean hasDisplay);

    @Override
    public void run() {
        try {
            make(engine == null ? "" : engine);
        } catch (CancellationException e) {
            if (!isCanceled()) cancel(null);
        } catch (IllegalArgumentException | IllegalStateException | EngineException e) {
            cancel(e.getMessage());
        }
    }

    /** Hears which inputs the script gave. */
    final void setGiven(Set<String> names) {
        given = names;
    }

    /** Whether the script gave that input. */
    final boolean isGiven(String name) {
        if (given == null)
            throw new IllegalArgumentException(
                    "preset is given, but the command runs without SciJava's preprocessors; start it with"
                            + " CommandService.run(command, true, inputs).");
        return given.contains(name);
    }

    /**
     * The same inputs; those that the script did not give have the values of a preset.
     *
     * @param preset its name, or the path of its file; empty for none
     */
    final Map<String, String> withPreset(String preset, Map<String, String> inputs) {
        if (preset == null || preset.isBlank()) return inputs;
        MaskOptions loaded = Presets.standard().load(preset);
        Map<String, String> settled = new LinkedHashMap<>(inputs);
        loaded.changed().forEach((key, value) -> {
            if (inputs.containsKey(key) && !isGiven(key)) settled.put(key, value);
        });
        return settled;
    }

    /** The image that was given; null for the active one. */
    final Object image() {
        return image;
    }

    final ConvertService converters() {
        return converters;
    }

    final ImageJ2 imagej2() {
        return new ImageJ2(context());
    }

    /** Logs a notice of one sentence as information, because Fiji opens its console for warnings. */
    final void tell(String notice) {
        log.info(notice);
    }
}
