package sc.fiji.imagetomask.picturefile;

import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.Pixels;

/** The first slice of a picture file of 8 bits as numbers 0xAARRGGBB. */
public record Packed(int[] argb, int width, int height) {

    public static Packed of(Path path) throws IOException {
        return of(path, FileChoice.DEFAULT);
    }

    public static Packed of(Path path, FileChoice choice) throws IOException {
        try (PictureFile file = PictureFiles.open(path, SampleReading.DEFAULT.with(choice))) {
            int[] argb = new int[file.width() * file.height()];
            Tile all = new Tile(0, 0, file.width(), file.height());
            ((Pixels.EightBit) file.picture(0).read(all)).pack(0, argb.length, argb);
            return new Packed(argb, file.width(), file.height());
        }
    }

    public int[] alphas() {
        int[] alphas = argb.clone();
        for (int i = 0; i < alphas.length; i++) alphas[i] >>>= 24;
        return alphas;
    }

    public int[] greens() {
        int[] greens = argb.clone();
        for (int i = 0; i < greens.length; i++) greens[i] = greens[i] >> 8 & 255;
        return greens;
    }
}
