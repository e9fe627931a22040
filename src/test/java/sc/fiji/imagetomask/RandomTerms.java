package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Levels;

/** Random terms of masks; some have a hard edge, where both points of a rise or fall are equal. */
public final class RandomTerms {

    private RandomTerms() {}

    /** That number of terms, after a first one. */
    public static List<Term> further(int count, Random random) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < count; i++) terms.add(one(random).withJoin(Join.values()[random.nextInt(3)]));
        return terms;
    }

    /** A first term. */
    public static Term one(Random random) {
        Channel channel = Channel.values()[random.nextInt(Channel.values().length)];
        int black = random.nextInt(120);
        int white = random.nextInt(9) == 0 ? black : 80 + random.nextInt(176);
        Levels levels = new Levels(black, white, gray(random));
        if (random.nextInt(3) == 0) {
            int white2 = random.nextInt(256);
            levels = levels.withBand(white2, random.nextInt(3) == 0 ? white2 : random.nextInt(256));
        }
        return SomeFormulas.random(channel, random)
                .first()
                .withHue(channel.isHue() ? random.nextInt(255) : 0)
                .withClip(clip(random))
                .withLevels(levels)
                .withInvert(random.nextBoolean());
    }

    private static double gray(Random random) {
        return random.nextBoolean() ? 1 : (1 + random.nextInt(999)) / 100.0;
    }

    private static Clip clip(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Clip.NONE;
            case 1 -> Clip.of(random.nextInt(99), 100 + random.nextInt(156));
            default -> Clip.AUTO;
        };
    }
}
