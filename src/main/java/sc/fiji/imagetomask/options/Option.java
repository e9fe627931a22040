package sc.fiji.imagetomask.options;

import sc.fiji.imagetomask.value.Kind;

/** Something that users can set: the same name and the same words in dialogs, macros, scripts and on the command line. */
public interface Option {

    /** Its name in macros and scripts; on the command line, after {@code --}. */
    String key();

    /** Which values it can have. */
    Kind kind();

    /** The words beside its field in a dialog. */
    String label();

    /** What it does, in one sentence without a full stop. */
    String help();

    /** An option that is not in the table {@link MaskOption}. */
    static Option of(String key, Kind kind, String label, String help) {
        return new Single(key, kind, label, help);
    }

    /** A sentence for a dialog: the key at its start, as in macros, is replaced by the label. */
    default String told(String sentence, String label) {
        String start = key() + " is ";
        if (!sentence.startsWith(start)) return sentence;
        String rest = sentence.substring(start.length());
        return label + " is " + (rest.startsWith("''") ? "empty" + rest.substring(2) : rest);
    }

    /** The values of the methods above. */
    record Single(String key, Kind kind, String label, String help) implements Option {}
}
