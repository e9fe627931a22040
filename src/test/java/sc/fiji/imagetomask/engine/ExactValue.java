package sc.fiji.imagetomask.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;

/**
 * Many colours that have one value of a channel in common, exactly: an end of its scale, or a whole number that the same
 * colours have in 8 bits.
 *
 * @param value the value
 * @param kind how colours may be stored so that it stays exact
 * @param colours r, g, b, a in steps of 0 to {@link #steps}
 * @param steps how many steps make the whole range
 */
record ExactValue(int value, Kind kind, int[][] colours, int steps) {

    /** How colours may be stored so that their value stays exact. */
    enum Kind {
        /** Each channel in a range of its own. */
        ANY_RANGES,
        /** All channels in one range, of whole numbers or floating point. */
        ONE_RANGE,
        /** All channels in one range of whole numbers. */
        WHOLE_NUMBERS
    }

    private static final int COLOURS = 2_000;

    static List<ExactValue> of(Channel channel, int steps) {
        Random random = new Random(steps);
        List<ExactValue> all = new ArrayList<>();
        Maker any = new Maker(random, steps, Kind.ANY_RANGES, all);
        Maker one = new Maker(random, steps, Kind.ONE_RANGE, all);
        switch (channel) {
            case LAB_L, YUV_Y -> {
                any.add(0, some -> new int[] {0, 0, 0});
                any.add(255, some -> new int[] {steps, steps, steps});
            }
            case LAB_A, LAB_B, YUV_U, YUV_V -> {
                one.add(128, ExactValue::grey);
                if (channel == Channel.YUV_U) any.add(255, some -> new int[] {0, 0, steps});
                if (channel == Channel.YUV_V) any.add(255, some -> new int[] {steps, 0, 0});
            }
            case HSV_H -> {
                one.add(0, ExactValue::grey);
                for (int c = 0; c < 3; c++) {
                    int brightest = c;
                    any.add(85 * c, some -> with(brightest, 1 + random.nextInt(steps), new int[3]));
                    one.add(85 * c, some -> {
                        int low = Math.min(some[0], steps - 1);
                        return with(brightest, low + 1 + random.nextInt(steps - low), new int[] {low, low, low});
                    });
                }
            }
            case HSV_S -> {
                one.add(0, ExactValue::grey);
                for (int c = 0; c < 3; c++) {
                    int darkest = c;
                    any.add(
                            255,
                            some -> with(darkest, 0, new int[] {1 + some[0] / 2, 1 + some[1] / 2, 1 + some[2] / 2}));
                }
                new Maker(random, steps, Kind.WHOLE_NUMBERS, all).add(85, some -> {
                    int unit = 1 + random.nextInt(steps / 3);
                    return new int[] {3 * unit, 2 * unit, 2 * unit};
                });
            }
            case HSV_V -> {
                any.add(0, some -> new int[] {0, 0, 0});
                for (int c = 0; c < 3; c++) {
                    int brightest = c;
                    any.add(255, some -> with(brightest, steps, some));
                }
            }
            case STAIN_1, STAIN_2, STAIN_3 -> any.add(0, some -> new int[] {steps, steps, steps});
            case LCH_C, LCH_H -> one.add(0, ExactValue::grey);
            case DISTANCE, DISTANCE_2000 -> {
                int rgb = SomeFormulas.COLOURS.rgb().get(0);
                if (steps % 255 == 0)
                    one.add(0, some -> new int[] {
                        (rgb >> 16) * (steps / 255), (rgb >> 8 & 255) * (steps / 255), (rgb & 255) * (steps / 255)
                    });
            }
            case RGB_R, RGB_G, RGB_B, ALPHA -> {
                int place = channel == Channel.ALPHA ? 3 : channel.ordinal() - Channel.RGB_R.ordinal();
                any.add(0, some -> with(place, 0, some));
                any.add(255, some -> with(place, steps, some));
            }
        }
        return all;
    }

    private record Maker(Random random, int steps, Kind kind, List<ExactValue> all) {

        /** @param colour made of some numbers of steps */
        void add(int value, Function<int[], int[]> colour) {
            int[][] colours = new int[COLOURS][4];
            for (int[] rgba : colours) {
                for (int c = 0; c < 4; c++) rgba[c] = random.nextInt(steps + 1);
                int[] made = colour.apply(rgba.clone());
                System.arraycopy(made, 0, rgba, 0, made.length);
            }
            all.add(new ExactValue(value, kind, colours, steps));
        }
    }

    private static int[] grey(int[] some) {
        return new int[] {some[0], some[0], some[0]};
    }

    private static int[] with(int place, int value, int[] colour) {
        colour[place] = value;
        return colour;
    }

    /** As 16-bit values from min on. */
    Pixels shorts(int min) {
        Samples[] samples = new Samples[4];
        for (int c = 0; c < 4; c++) {
            short[] data = new short[colours.length];
            for (int i = 0; i < data.length; i++) data[i] = (short) (min + colours[i][c]);
            samples[c] = new Samples.Shorts(data, new Samples.Range(min, min + steps));
        }
        return new Pixels.HighBitDepth(samples, 0, colours.length);
    }

    /** As floating-point values in these ranges, one for all channels or one for each. */
    Pixels floats(Samples.Range... ranges) {
        Samples[] samples = new Samples[4];
        for (int c = 0; c < 4; c++) {
            Samples.Range range = ranges[c % ranges.length];
            float[] data = new float[colours.length];
            for (int i = 0; i < data.length; i++) {
                float value = range.min() + (range.max() - range.min()) * colours[i][c] / steps;
                data[i] = colours[i][c] == steps ? range.max() : value;
            }
            samples[c] = new Samples.Floats(data, range);
        }
        return new Pixels.HighBitDepth(samples, 0, colours.length);
    }
}
