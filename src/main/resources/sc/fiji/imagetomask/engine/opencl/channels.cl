// Which kind of channel CHANNEL is. Kernels compare channels by name, so that their order does not matter.
#define IS_LAB (CHANNEL == CHANNEL_LAB_L || CHANNEL == CHANNEL_LAB_A || CHANNEL == CHANNEL_LAB_B)
#define IS_STAIN (CHANNEL == CHANNEL_STAIN_1 || CHANNEL == CHANNEL_STAIN_2 || CHANNEL == CHANNEL_STAIN_3)
#define IS_LCH (CHANNEL == CHANNEL_LCH_C || CHANNEL == CHANNEL_LCH_H)
#define IS_DISTANCE (CHANNEL == CHANNEL_DISTANCE || CHANNEL == CHANNEL_DISTANCE_2000)
