package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ij.ImagePlus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.RepeatOptions;

class OpenImagesTest {

    private final Opened opened = new Opened();

    @AfterEach
    void closeImages() {
        opened.close();
    }

    @Test
    void anImageIsNamedByItsTitleOrItsId() {
        ImagePlus cells = open("cells.tif");
        ImagePlus other = open("other.tif");
        assertThat(OpenImages.activeOr(MaskOptions.parse("image=cells.tif").image()))
                .isSameAs(cells);
        assertThat(OpenImages.activeOr(
                        MaskOptions.parse("image=#" + cells.getID()).image()))
                .isSameAs(cells);
        assertThat(OpenImages.activeOr(GalleryOptions.parse("image=[#" + cells.getID() + " (cells.tif)]")
                        .image()))
                .isSameAs(cells);
        assertThat(OpenImages.activeOr(
                        RepeatOptions.parse("image=#" + other.getID()).image()))
                .isSameAs(other);
        assertThat(OpenImages.activeOr(MaskOptions.parse("black=1").image())).isSameAs(other);
    }

    @Test
    void aTitleOfSeveralImagesIsNotGuessed() {
        ImagePlus first = open("cells.tif");
        ImagePlus second = open("cells.tif");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenImages.named("mask", "cells.tif"))
                .withMessage("mask is 'cells.tif', but 2 open images have this title, so write one of their IDs: mask=#"
                        + first.getID() + " or mask=#" + second.getID() + ".");
        assertThat(OpenImages.names())
                .containsExactly("#" + first.getID() + " (cells.tif)", "#" + second.getID() + " (cells.tif)")
                .allSatisfy(name ->
                        assertThat(OpenImages.named("mask", name).getTitle()).isEqualTo("cells.tif"));
    }

    @Test
    void anIdThatNoImageHasIsRefusedWithTheNamesThatThereAre() {
        open("cells.tif");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenImages.named("image", "#-99999999"))
                .withMessage("image is '#-99999999', but must be the title of an open image: cells.tif.");
    }

    @Test
    void aTitleThatLooksLikeAnIdIsATitleWhereNoImageHasThisId() {
        ImagePlus image = open("#-99999999");
        assertThat(OpenImages.named("image", "#-99999999")).isSameAs(image);
        assertThat(OpenImages.named("image", OpenImages.name(image))).isSameAs(image);
    }

    @Test
    void titlesOfNewImagesAreCountedOnAsImageJDoes() {
        assertThat(OpenImages.unique("Mask of cells.tif")).isEqualTo("Mask of cells.tif");
        open("Mask of cells.tif");
        assertThat(OpenImages.unique("Mask of cells.tif")).isEqualTo("Mask of cells-1.tif");
        open("Mask of cells-1.tif");
        assertThat(OpenImages.unique("Mask of cells.tif")).isEqualTo("Mask of cells-2.tif");
        assertThat(OpenImages.unique("Mask of cells-1.tif")).isEqualTo("Mask of cells-2.tif");
        open("Channels of leaf");
        assertThat(OpenImages.unique("Channels of leaf")).isEqualTo("Channels of leaf-1");
    }

    private ImagePlus open(String title) {
        return opened.open(Images.noise(title, 5, 4, 1));
    }
}
