package sc.fiji.imagetomask.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.RepeatOptions;

/** Option strings of macros. */
record OptionsTarget() implements FuzzTarget {

    private static final List<Consumer<String>> PARSERS =
            List.of(MaskOptions::parse, GalleryOptions::parse, RepeatOptions::parse);

    @Override
    public String name() {
        return "options";
    }

    @Override
    public byte[] mutate(byte[] seed, Random random) {
        return Mutations.text(seed, random);
    }

    @Override
    public void run(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (Consumer<String> parser : PARSERS) {
            try {
                parser.accept(text);
            } catch (IllegalArgumentException e) {
                if (!e.getClass().equals(IllegalArgumentException.class)) throw e;
                Sandbox.requireSentence(e.getMessage());
            }
        }
    }
}
