package sc.fiji.imagetomask.macro;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a macro comes to: masks or a selection, or the sentence that refuses a command and stops the macro. */
public final class MacroOutcome {

    private static final Pattern MACRO_ERROR = Pattern.compile("Macro Error: (.*) in line \\d+", Pattern.DOTALL);

    private static String found;

    private MacroOutcome() {}

    /** Runs the macro; it calls {@link #find} at its end. */
    static String of(String macro) {
        found = null;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            Thread.currentThread().setName("Run$_macro");
            IJ.runMacro(macro);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        Matcher error = MACRO_ERROR.matcher(text);
        String said = (error.find() ? error.group(1) : text).strip().replaceAll("\\s+", " ");
        return found == null ? "refused: " + said : found + (said.isEmpty() ? "" : " and said: " + said);
    }

    /** Notes the masks by their titles, or else the new selection; a macro calls it. */
    public static String find() {
        found = Stream.of(WindowManager.getImageTitles())
                .filter(title -> title.startsWith("Mask of "))
                .map(title -> title + ": " + describe(WindowManager.getImage(title)))
                .collect(Collectors.joining("; "));
        for (String title : MacroImages.PICTURES) {
            Roi roi = WindowManager.getImage(title) == null
                    ? null
                    : WindowManager.getImage(title).getRoi();
            if (roi != null && roi.getType() != Roi.OVAL) found += "Selection on " + title + ": " + describe(roi);
        }
        if (found.isEmpty()) found = "nothing";
        return "";
    }

    private static String describe(ImagePlus mask) {
        int[] hashes = new int[mask.getStackSize()];
        for (int i = 0; i < hashes.length; i++) hashes[i] = hash(mask.getStack().getPixels(i + 1));
        return Arrays.toString(mask.getDimensions()) + ", " + mask.getBitDepth() + "-bit, pixels "
                + Arrays.toString(hashes) + ", info " + Objects.hashCode(mask.getInfoProperty());
    }

    private static String describe(Roi roi) {
        Object mask = roi.getMask() == null ? null : roi.getMask().getPixels();
        return roi.getBounds() + ", " + (mask == null ? "rectangle" : "pixels " + hash(mask));
    }

    private static int hash(Object pixels) {
        return pixels instanceof byte[] bytes ? Arrays.hashCode(bytes) : Arrays.hashCode((float[]) pixels);
    }
}
