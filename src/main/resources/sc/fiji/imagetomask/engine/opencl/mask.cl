// What is multiplied, and what comes of it. Built for each kind of mask and result:
//   MASK, MASK4  uchar, ushort or float, and the vector of 4 of them
//   MASK_MOST    what counts as 1 in the mask: 255, 65535 or 1
//   LABELS       defined: all above 0 counts as 1 instead
//   OUT          uchar, 0..255, or float, 0..1
#ifndef MASK
#define MASK uchar
#define MASK4 uchar4
#define MASK_MOST 255
#define OUT uchar
#define OUT_IS_FLOAT 0
#endif

// A value of the mask as 0..1; NaN counts as 0, what lies beyond as the ends.
static inline float fraction(const MASK mask)
{
#ifdef LABELS
	return mask > 0 ? 1.0f : 0.0f;
#else
	const float m = divided(mask, MASK_MOST);
	return m > 0.0f ? min(m, 1.0f) : 0.0f;
#endif
}
