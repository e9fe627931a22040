package sc.fiji.imagetomask.options;

/**
 * Gives an option another value.
 *
 * @param <T> options
 */
public interface OptionSetter<T> {

    /**
     * The same options with another value for one key.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    T with(T options, String key, String value);
}
