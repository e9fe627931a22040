package sc.fiji.imagetomask.cli.words;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Options of earlier versions: a user who still gives one gets a sentence that names the new one. */
public final class GoneOptions {

    private GoneOptions() {}

    /**
     * Adds an option that was removed.
     *
     * @param instead what to do instead, as the rest of a sentence that starts with the name
     */
    public static void add(CommandSpec command, String name, String instead) {
        command.addOption(OptionSpec.builder(name)
                .hidden(true)
                .type(String.class)
                .parameterConsumer((words, option, owner) -> {
                    throw new ParameterException(owner.commandLine(), name + " " + instead);
                })
                .build());
    }
}
