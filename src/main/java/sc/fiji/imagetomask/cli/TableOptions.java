package sc.fiji.imagetomask.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.preset.Presets;
import sc.fiji.imagetomask.value.Flag;
import sc.fiji.imagetomask.value.Kind;
import sc.fiji.imagetomask.value.WholeNumber;

/** The options of {@link MaskOption} that pictures in files have, as every command line has them: {@code --KEY}. */
public final class TableOptions {

    /** An order number before those of all other options of a command. */
    private static final int FIRST = -2;

    /** Names a file of settings. */
    static final String PRESET = "--" + MaskOptions.PRESET;

    private TableOptions() {}

    /** Adds them to a command, as its first options, and the names of all channels to the end of its help. */
    public static void add(CommandSpec command) {
        command.addOption(OptionSpec.builder(PRESET)
                .order(FIRST)
                .type(String.class)
                .paramLabel("NAME")
                .description(
                        "Settings from a preset file, by its path, or by its name if it is in the folder of presets; the"
                                + " options on the command line replace those of the preset.")
                .build());
        all().forEach(option -> command.addOption(OptionSpec.builder(names(option))
                .order(FIRST)
                .type(option.kind() instanceof Flag ? boolean.class : String.class)
                .paramLabel(paramLabel(option))
                .description(description(option))
                .build()));
        String[] footer = command.usageMessage().footer();
        command.usageMessage()
                .footer(Stream.concat(
                                Stream.of(
                                        "",
                                        "Channels: " + MaskOption.CHANNEL.kind().values() + "."),
                                Arrays.stream(footer).filter(line -> !line.isEmpty()))
                        .toArray(String[]::new));
    }

    /**
     * What the user asked for.
     *
     * @throws IllegalArgumentException with one sentence naming the value and what is allowed
     */
    public static MaskOptions read(ParseResult given) {
        return read(given, MaskOptions.DEFAULT);
    }

    /** @param start has the values that are not given */
    static MaskOptions read(ParseResult given, MaskOptions start) {
        MaskOptions options = start;
        if (given.hasMatchedOption(PRESET)) {
            options = Presets.standard().load(given.matchedOptionValue(PRESET, ""));
            requireForFiles(options.settings().output().label());
        }
        for (MaskOption option : all().toList()) {
            if (!given.hasMatchedOption("--" + option.key())) continue;
            String value = String.valueOf((Object) given.matchedOptionValue("--" + option.key(), null));
            if (option == MaskOption.OUTPUT) requireForFiles(value);
            options = options.with(option.key(), value);
        }
        return options.complete();
    }

    private static void requireForFiles(String output) {
        Labelled.of(MaskOption.OUTPUT.key(), output, Output.ofFiles());
    }

    private static Stream<MaskOption> all() {
        return Arrays.stream(MaskOption.values()).filter(MaskOption::isForFiles);
    }

    /** The key; before version 0.1.0 there was a hyphen in one of them. */
    private static String[] names(MaskOption option) {
        List<String> names = option == MaskOption.MASKVALUES
                ? List.of("--maskvalues", "--mask-values")
                : List.of("--" + option.key());
        return names.toArray(String[]::new);
    }

    private static String paramLabel(MaskOption option) {
        Kind kind = option.kind();
        return kind instanceof WholeNumber ? "N" : option.key().substring(0, 1).toUpperCase();
    }

    private static String description(MaskOption option) {
        if (option.kind() instanceof Flag) return option.help() + ".";
        String standard = option.text(MaskOptions.DEFAULT);
        return option.help() + "; default: " + (standard.isEmpty() ? "none" : standard) + ".";
    }
}
