package sc.fiji.imagetomask.fuzz;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.imagetomask.imagej.MaskInfo;

/** Records of how a mask was made, in an image's info; the bytes in their selections are changed too. */
record RecordTarget() implements FuzzTarget {

    private static final Pattern SELECTION = Pattern.compile("(?<=Selection: )[A-Za-z0-9+/=]+");

    @Override
    public String name() {
        return "records";
    }

    @Override
    public byte[] mutate(byte[] seed, Random random) {
        String text = new String(seed, StandardCharsets.UTF_8);
        Matcher selection = SELECTION.matcher(text);
        if (random.nextBoolean() || !selection.find()) return Mutations.text(seed, random);
        byte[] changed = Mutations.bytes(Base64.getDecoder().decode(selection.group()), random);
        return selection
                .replaceFirst(Base64.getEncoder().encodeToString(changed))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void run(byte[] input) {
        ImagePlus mask = new ImagePlus("mask", new ByteProcessor(4, 3));
        mask.setProperty("Info", new String(input, StandardCharsets.UTF_8));
        try {
            Roi selection = MaskInfo.selection(MaskInfo.of(mask));
            if (selection != null) selection.getBounds();
        } catch (IllegalArgumentException e) {
            if (!e.getClass().equals(IllegalArgumentException.class)) throw e;
            Sandbox.requireSentence(e.getMessage());
        }
    }
}
