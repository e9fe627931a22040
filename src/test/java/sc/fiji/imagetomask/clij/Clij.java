package sc.fiji.imagetomask.clij;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import net.haesleinhuepf.clij.CLIJ;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.clearcl.ClearCLContext;
import net.haesleinhuepf.clij.coremem.enums.NativeTypeEnum;
import sc.fiji.imagetomask.Needs;

/** CLIJ's context for tests, which fail without OpenCL in CI and skip elsewhere; and buffers with known values. */
final class Clij {

    private Clij() {}

    static ClearCLContext require() {
        Needs.engine("opencl");
        return CLIJ.getInstance().getClearCLContext();
    }

    static ClearCLBuffer bytes(long width, long height, byte[]... slices) {
        byte[] all = new byte[slices.length * slices[0].length];
        for (int i = 0; i < slices.length; i++)
            System.arraycopy(slices[i], 0, all, i * slices[0].length, slices[0].length);
        ClearCLBuffer buffer = empty(NativeTypeEnum.UnsignedByte, width, height, slices.length);
        buffer.readFrom(ByteBuffer.wrap(all), true);
        return buffer;
    }

    static ClearCLBuffer shorts(long width, long height, short[]... slices) {
        short[] all = new short[slices.length * slices[0].length];
        for (int i = 0; i < slices.length; i++)
            System.arraycopy(slices[i], 0, all, i * slices[0].length, slices[0].length);
        ClearCLBuffer buffer = empty(NativeTypeEnum.UnsignedShort, width, height, slices.length);
        buffer.readFrom(ShortBuffer.wrap(all), true);
        return buffer;
    }

    static ClearCLBuffer floats(long width, long height, float[]... slices) {
        float[] all = new float[slices.length * slices[0].length];
        for (int i = 0; i < slices.length; i++)
            System.arraycopy(slices[i], 0, all, i * slices[0].length, slices[0].length);
        ClearCLBuffer buffer = empty(NativeTypeEnum.Float, width, height, slices.length);
        buffer.readFrom(FloatBuffer.wrap(all), true);
        return buffer;
    }

    static ClearCLBuffer empty(NativeTypeEnum type, long width, long height, long depth) {
        return Buffers.create(require(), new long[] {width, height, depth}, type);
    }

    static byte[] bytes(ClearCLBuffer buffer) {
        byte[] values = new byte[(int) buffer.getSizeInBytes()];
        buffer.writeTo(ByteBuffer.wrap(values), true);
        return values;
    }

    static float[] floats(ClearCLBuffer buffer) {
        float[] values = new float[(int) buffer.getSizeInBytes() / 4];
        buffer.writeTo(FloatBuffer.wrap(values), true);
        return values;
    }
}
