package sc.fiji.imagetomask;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.engine.proof.ProofFormulas;

/** A formula for each channel, with the stains and the colours that tests use. */
public final class SomeFormulas {

    /** Brown and blue. */
    public static final ReferenceColours COLOURS = ProofFormulas.COLOURS;

    private SomeFormulas() {}

    /** The formula of that channel. */
    public static ChannelFormula of(Channel channel) {
        return ProofFormulas.of(channel);
    }

    /** The same in settings. */
    public static MaskSettings settings(Channel channel) {
        return MaskSettings.DEFAULT.withFormula(of(channel));
    }

    /** What the oracle needs to know besides the channel: stains and background, colours, or nothing. */
    public static String text(ChannelFormula formula) {
        if (formula.channel().isStain())
            return Arrays.stream(formula.stains().vectors())
                            .map(vector -> Arrays.stream(vector)
                                    .mapToObj(String::valueOf)
                                    .collect(Collectors.joining(",")))
                            .collect(Collectors.joining(";"))
                    + "|" + formula.stains().background().text();
        return formula.channel().isDistance() ? formula.colours().text() : "-";
    }

    /** The settings with what such a text says. */
    public static MaskSettings read(MaskSettings settings, String text) {
        if (settings.channel().isStain()) {
            String[] parts = text.split("\\|");
            return settings.withStains(Stains.parse(parts[0]).with(White.parse(parts[1])));
        }
        return settings.channel().isDistance() ? settings.withColours(ReferenceColours.parse(text)) : settings;
    }

    /** The channel with random stains or colours. */
    public static MaskSettings random(Channel channel, Random random) {
        Stains stains = Stains.DEFAULT;
        if (random.nextBoolean())
            stains = Stains.parse(random.nextBoolean() ? "H DAB" : "0.3,0.9,0.31;0.8,0.2,0.55;0.1,0.2,0.97")
                    .with(new White(1 + random.nextInt(255), 200 + random.nextInt(56), 255));
        List<Integer> colours = random.ints(1 + random.nextInt(4)).boxed().toList();
        return MaskSettings.DEFAULT.withFormula(new ChannelFormula(channel, stains, new ReferenceColours(colours)));
    }
}
