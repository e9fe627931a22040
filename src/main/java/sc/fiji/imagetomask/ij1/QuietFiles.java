package sc.fiji.imagetomask.ij1;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import sc.fiji.imagetomask.files.FileBeside;
import sc.fiji.imagetomask.picturefile.raster.SoundFile;

/**
 * Opens and saves images in files with ImageJ, in several threads at once, without its dialogs.
 *
 * <p>Design decision: ImageJ can be told to keep its next error instead of showing it, but it has one place for all threads.
 * So several files are opened at once only if they are sound; any other file is opened while no other one is.
 */
final class QuietFiles {

    private static final ReadWriteLock OPENING = new ReentrantReadWriteLock();
    private static final Object SAVING = new Object();

    private QuietFiles() {}

    /** @throws IOException with the reason, if ImageJ cannot open it */
    static ImagePlus open(Path path) throws IOException {
        ImagePlus picture = SoundFile.is(path) ? open(path, OPENING.readLock()) : null;
        if (picture == null) picture = openAlone(path);
        return withChannels(picture);
    }

    private static ImagePlus openAlone(Path path) throws IOException {
        Lock alone = OPENING.writeLock();
        alone.lock();
        try {
            ImagePlus picture = open(path, alone);
            if (picture == null) throw failure("ImageJ cannot open it");
            return picture;
        } finally {
            alone.unlock();
        }
    }

    /** Null if it fails. */
    private static ImagePlus open(Path path, Lock lock) {
        lock.lock();
        try {
            sayInLog();
            Opener opener = new Opener();
            int type = opener.getFileType(path.toString());
            boolean isForeign = type == Opener.UNKNOWN || type == Opener.TEXT;
            return isForeign ? Opener.openUsingBioFormats(path.toString()) : opener.openImage(path.toString());
        } catch (RuntimeException e) { // also ImageJ's way to end a macro
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Slices of 16-bit colours come as three slices each. */
    private static ImagePlus withChannels(ImagePlus picture) {
        FileInfo file = picture.getOriginalFileInfo();
        boolean isFlat = file != null && file.fileType == FileInfo.RGB48 && picture.getNChannels() == 1;
        if (!isFlat) return picture;
        picture.setDimensions(3, picture.getStackSize() / 3, 1);
        return new CompositeImage(picture, IJ.COMPOSITE);
    }

    /** Saves an image as TIFF. The file is complete or does not exist; an existing one is replaced. */
    static void save(ImagePlus image, Path file) throws IOException {
        try (FileBeside beside = new FileBeside(file)) {
            synchronized (SAVING) {
                sayInLog();
                boolean isSaved;
                try {
                    isSaved = new FileSaver(image).saveAsTiff(beside.path().toString());
                } catch (RuntimeException e) { // also ImageJ's way to end a macro
                    isSaved = false;
                }
                if (!isSaved) throw failure("'" + file + "' cannot be written");
            }
            beside.takePlace();
        }
    }

    /** Makes ImageJ keep its next error instead of showing a dialog; needed again after every error. */
    private static void sayInLog() {
        IJ.redirectErrorMessages(true);
    }

    private static IOException failure(String what) {
        String told = IJ.getErrorMessage();
        return new IOException(told == null ? what : what + ": " + told);
    }
}
