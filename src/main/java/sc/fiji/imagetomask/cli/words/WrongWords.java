package sc.fiji.imagetomask.cli.words;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import sc.fiji.imagetomask.files.Sentence;

/** What is wrong with the words of a command line, as one sentence that names the word and what is allowed. */
public final class WrongWords {

    private WrongWords() {}

    /** The sentence about words that picocli cannot read. */
    public static String sentence(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unknown) return unknown(unknown);
        if (problem instanceof OverwrittenOptionException twice)
            return name(twice.getOverwritten()) + " is given twice; leave one of them out.";
        if (problem instanceof MissingParameterException missing
                && missing.getMissing().size() == 1)
            return missing(missing.getMissing().get(0));
        if (problem.getCause() instanceof TypeConversionException cause && problem.getArgSpec() != null)
            return isFlag(problem.getArgSpec())
                    ? key(problem.getArgSpec()) + " is '" + problem.getValue() + "', but must be true or false."
                    : Sentence.of(cause);
        return Sentence.of(problem);
    }

    /** @throws IllegalArgumentException with one sentence, if the value of an option is empty */
    public static void requireValues(ParseResult given) {
        for (OptionSpec option : given.matchedOptions())
            if (!isFlag(option) && option.originalStringValues().stream().anyMatch(String::isBlank))
                throw new IllegalArgumentException(key(option) + " is '', but must not be empty; leave " + name(option)
                        + " out if it is not needed.");
    }

    private static String unknown(UnmatchedArgumentException problem) {
        String word = problem.getUnmatched().stream()
                .filter(one -> one.startsWith("-"))
                .findFirst()
                .orElse(null);
        if (word == null)
            return "'" + problem.getUnmatched().get(0)
                    + "' is given after INPUT and OUTPUT, but these must be the last.";
        List<String> near = problem.getSuggestions().stream().sorted().toList();
        return word.replaceFirst("=.*", "") + " is not an option of "
                + problem.getCommandLine().getCommandName()
                + (near.isEmpty() ? "" : "; options that start in the same way: " + String.join(", ", near)) + ".";
    }

    private static String missing(ArgSpec option) {
        return name(option) + " needs a value: " + name(option) + " " + option.paramLabel() + ".";
    }

    private static boolean isFlag(ArgSpec option) {
        return option.arity().max() == 0;
    }

    private static String name(ArgSpec word) {
        return word instanceof OptionSpec option ? option.longestName() : word.paramLabel();
    }

    private static String key(ArgSpec word) {
        return name(word).replaceFirst("^-+", "");
    }
}
