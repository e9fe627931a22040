package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.ome.OmeVersion;

/** Arrays as ImgLib2 images. */
class ZarrImgsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void hasTheArraysValues(DataType type) throws IOException {
        Object values = Samples.write(folder, Samples.spec(type, OmeVersion.V0_5));

        Img<? extends RealType<?>> img = ZarrImgs.lazy(ZarrArray.open(folder.resolve("0")), 3000);

        assertThat(img.dimensionsAsLongArray()).containsExactly(41, 37, 2);
        double[] numbers = Values.numbers(type, values);
        Cursor<? extends RealType<?>> cursor = Views.flatIterable(img).cursor();
        double rounded = type == DataType.UINT64 ? 0x1p12 : 0; // ImgLib2 rounds twice
        for (double number : numbers) assertThat(cursor.next().getRealDouble()).isCloseTo(number, within(rounded));
    }

    @Test
    void readsNothingBeforeItIsAskedFor() throws IOException {
        Samples.write(folder, Samples.spec(DataType.UINT8, OmeVersion.V0_4));
        Files.writeString(folder.resolve("0/1/2/2"), "damaged");

        Img<? extends RealType<?>> img = ZarrImgs.lazy(ZarrArray.open(folder.resolve("0")), 3000);

        img.getAt(0, 0, 0);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> img.getAt(40, 36, 1))
                .withMessageContaining("0/1/2/2' is damaged: ");
    }
}
