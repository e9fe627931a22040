package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Samples;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.s3.S3Server;

/** Spark may run a task twice at the same time: one of both finishes the image, and both are right. */
class MasksBesideOthersTest {

    @TempDir
    private Path folder;

    private static OmeZarrMasks masks(String settings) {
        ImageToMask job = new ImageToMask(new JavaEngine(), MaskSettings.of(settings));
        return new OmeZarrMasks(job, new OmeFormat(null, Compression.none(), 16), SampleReading.DEFAULT, null);
    }

    private OmeZarrFile picture() throws IOException {
        return new OmeZarrFile(new FolderStore(folder.resolve("picture")), SampleReading.DEFAULT);
    }

    /** While this one reads slice {@code when}, the other does all its work. */
    private void write(OmeZarrMasks masks, OmeZarrMasks other, int when) throws IOException {
        FolderStore mask = FolderStore.create(folder.resolve("mask"));
        try (OmeZarrFile file = picture()) {
            masks.writeBesideOthers(
                    file,
                    "picture",
                    i -> {
                        if (i == when) write(other, "mask");
                        return MaskInput.of(file.picture(i));
                    },
                    null,
                    mask);
        }
    }

    private void write(OmeZarrMasks masks, String name) {
        try (OmeZarrFile file = picture()) {
            FolderStore mask = FolderStore.create(folder.resolve(name));
            masks.write(file, "picture", i -> MaskInput.of(file.picture(i)), mask, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anotherMayFinishTheSameImage(int when) throws IOException {
        Samples.write(folder.resolve("picture"), Samples.spec(DataType.UINT8, OmeVersion.V0_4));
        write(masks("L (LAB)"), "once");

        write(masks("L (LAB)"), masks("L (LAB)"), when);

        assertThat(S3Server.files(folder.resolve("mask"))).isEqualTo(S3Server.files(folder.resolve("once")));
    }

    @Test
    void bothMayBeginAtTheSameMoment() throws Exception {
        Samples.write(folder.resolve("picture"), Samples.spec(DataType.UINT8, OmeVersion.V0_4));
        write(masks("L (LAB)"), "once");

        for (int i = 0; i < 25; i++) {
            Path mask = folder.resolve("both" + i);
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Void> writer = () -> {
                try (OmeZarrFile file = picture()) {
                    FolderStore store = FolderStore.create(mask);
                    start.await();
                    masks("L (LAB)")
                            .writeBesideOthers(
                                    file, "picture", slice -> MaskInput.of(file.picture(slice)), null, store);
                }
                return null;
            };
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                for (Future<Void> one : both.invokeAll(List.of(writer, writer))) one.get();
            } finally {
                both.shutdown();
            }
            assertThat(S3Server.files(mask)).isEqualTo(S3Server.files(folder.resolve("once")));
        }
    }

    @Test
    void anotherImageIsStillAMistake() throws IOException {
        Samples.write(folder.resolve("picture"), Samples.spec(DataType.UINT8, OmeVersion.V0_4));

        assertThatIOException()
                .isThrownBy(() -> {
                    try {
                        write(masks("L (LAB)"), masks("Y (YUV)"), 1);
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                })
                .withMessageEndingWith("is complete, or was deleted: nothing more can be written.");
    }
}
