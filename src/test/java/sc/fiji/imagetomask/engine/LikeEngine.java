package sc.fiji.imagetomask.engine;

import sc.fiji.imagetomask.channel.ChannelFormula;

/**
 * An engine like another one but for what it says of itself; for tests.
 *
 * @param engine the other one
 */
public record LikeEngine(Engine engine, String device, int tilePixels) implements Engine {

    /** With tiles of that many pixels. */
    public static LikeEngine tiled(Engine engine, int tilePixels) {
        return new LikeEngine(engine, engine.device(), tilePixels);
    }

    /** On a device of that name. */
    public static LikeEngine named(Engine engine, String device) {
        return new LikeEngine(engine, device, engine.tilePixels());
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public int maxPixels() {
        return engine.maxPixels();
    }

    @Override
    public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
        return engine.plane(pixels, formula);
    }
}
