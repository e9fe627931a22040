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

    /** What it does, in one sentence without its full stop. */
    String help();

    /** One that stands alone, in no table. */
    static Option of(String key, Kind kind, String label, String help) {
        return new Single(key, kind, label, help);
    }

    /** A sentence that starts with the key, as macros name it, in the words of a dialog: it starts with the label. */
    default String told(String sentence, String label) {
        String start = key() + " is ";
        if (!sentence.startsWith(start)) return sentence;
        String rest = sentence.substring(start.length());
        return label + " is " + (rest.startsWith("''") ? "empty" + rest.substring(2) : rest);
    }

    /** The values of the methods above. */
    record Single(String key, Kind kind, String label, String help) implements Option {}
}
