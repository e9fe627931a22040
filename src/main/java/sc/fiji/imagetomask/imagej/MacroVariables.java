package sc.fiji.imagetomask.imagej;

import ij.macro.Interpreter;
import java.util.function.UnaryOperator;

/** The variables of the macro that runs: it may write {@code key=&name} for the value of one. */
public final class MacroVariables {

    private MacroVariables() {}

    /** Of the macro that runs in this thread. */
    public static UnaryOperator<String> now() {
        Interpreter macro = Interpreter.getInstance();
        return macro == null ? value -> value : value -> value(macro, value);
    }

    private static String value(Interpreter macro, String value) {
        if (value == null || !value.startsWith("&")) return value;
        String found = macro.getVariableAsString(value.substring(1));
        return found == null ? value : found;
    }
}
