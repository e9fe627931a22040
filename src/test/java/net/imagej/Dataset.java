package net.imagej;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;

public interface Dataset extends ImgPlusMetadata, Img<RealType<?>> {
    ImgPlus<? extends RealType<?>> getImgPlus();
}
