package sc.fiji.imagetomask.macro;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.Slices;

/** Option strings as people write them: any keys, in any order and any spelling; one in five has a mistake. */
final class RandomOptions {

    private static final List<String> MISTAKES = List.of(
            "blck=3",
            "(HSV)",
            "preview=true",
            "levels",
            "channel=V",
            "channel=[S (HSV)",
            "channel",
            "hue=255",
            "hue=-1",
            "stains=[H E]",
            "stains=1,2,3",
            "background=0,1,2",
            "colour=brown",
            "clip=30",
            "clip=9,3",
            "black=abc",
            "black=1.5",
            "black",
            "white=256",
            "white=[]",
            "gray=0",
            "gray=10",
            "gray=1,2",
            "gray=NaN",
            "invert=maybe",
            "inside=1",
            "statistics=volume",
            "slices=first",
            "slices",
            "terms=[S (HSV)]",
            "terms=and S (HSV)",
            "terms=[and S (HSV) black=300]",
            "terms=[and B]",
            "output=16-bit",
            "output=[8 bit]",
            "mask=[no such image]",
            "mask=[small mask]",
            "image=[no such image]",
            "range=9,1",
            "range=0,1,2",
            "rgb=1,2",
            "image=[]",
            "engine=abacus",
            "engine",
            "mask='open");

    private final Random random;

    RandomOptions(long seed) {
        random = new Random(seed);
    }

    /** Options without a mistake. */
    String right() {
        return String.join(" ", parts());
    }

    /** Options with one mistake. */
    String wrong() {
        List<String> parts = parts();
        String mistake = MISTAKES.get(random.nextInt(MISTAKES.size()));
        parts.removeIf(part -> key(part).equals(key(mistake)));
        boolean open = mistake.contains("'") || mistake.equals("channel=[S (HSV)");
        parts.add(open ? parts.size() : random.nextInt(parts.size() + 1), mistake);
        return String.join(" ", parts);
    }

    private List<String> parts() {
        String channel = oneOf(Channel.labels());
        String picture = oneOf(MacroImages.PICTURES);
        List<String> parts = new ArrayList<>();
        for (String key : MaskOptions.KEYS) {
            boolean needed = key.equals("channel")
                    || key.equals("colour") && Channel.of(channel).isDistance();
            if (needed || random.nextInt(3) == 0) parts.add(part(key, channel, picture));
        }
        Collections.shuffle(parts, random);
        return parts;
    }

    private String part(String key, String channel, String picture) {
        return switch (key) {
            case "image" -> key + "=" + quoted(picture);
            case "channel" -> key + "=" + quoted(cased(channel));
            case "stains" ->
                key + "="
                        + quoted(
                                Channel.of(channel).isStain()
                                        ? oneOf("H DAB", "giemsa", "1,2,0.5;0.3,1,2")
                                        : "H&E DAB");
            case "background" ->
                key + "=" + quoted(Channel.of(channel).isStain() ? oneOf("240,230,250", "9,255,1") : "255,255,255");
            case "colour" ->
                key + "=" + quoted(Channel.of(channel).isDistance() ? oneOf("#b5651d", "00ff7f,#000000") : "");
            case "hue" -> key + "=" + quoted(String.valueOf(Channel.of(channel).isHue() ? random.nextInt(255) : 0));
            case "clip" -> key + "=" + quoted(oneOf("auto", "none", "20,230", "100,180"));
            case "black", "white", "white2", "black2" -> key + "=" + quoted(random.nextInt(256) + oneOf("", "", ".0"));
            case "gray" -> key + "=" + quoted(oneOf("1", "1.20", "0.5", ".7", "2e0", "9.99"));
            case "invert", "inside", "limited" ->
                random.nextBoolean() ? key : key + "=" + quoted(cased(oneOf("true", "false")));
            case "terms" ->
                key + "="
                        + quoted(oneOf(
                                "and S (HSV) black=10 white=90",
                                "without h (hsv) hue=200 invert or Stain 2 stains=H DAB gray=0.5",
                                "OR Distance colour=#b5651d clip=20,90 AND A (LAB) white2=150 black2=200"));
            case "statistics" -> key + "=" + quoted(cased(oneOf(Labelled.labels(Statistics.values()))));
            case "mask" -> key + "=" + quoted(oneOf(MacroImages.MASKS));
            case "maskvalues" -> key + "=" + quoted(cased(oneOf(Labelled.labels(MaskValues.values()))));
            case "slices" -> key + "=" + quoted(cased(oneOf(Labelled.labels(Slices.values()))));
            case "range" -> key + "=" + quoted(oneOf("display", "type", "0,300", "-2.5,70", "30,40"));
            case "rgb" -> key + "=[]";
            case "output" -> key + "=" + quoted(cased(oneOf(Labelled.labels(Output.values()))));
            case "engine" -> key + "=" + quoted(oneOf("auto", "java"));
            default -> throw new IllegalStateException(key);
        };
    }

    private String quoted(String value) {
        List<String> ways = new ArrayList<>(List.of("[" + value + "]"));
        if (!value.contains("'")) ways.add("'" + value + "'");
        if (Stream.of(" ", "'", "[").noneMatch(value::contains)) ways.add(value);
        return oneOf(ways.toArray(String[]::new));
    }

    private String cased(String word) {
        return random.nextInt(5) == 0 ? word.toUpperCase() : word;
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String key(String part) {
        return part.split("=")[0];
    }
}
