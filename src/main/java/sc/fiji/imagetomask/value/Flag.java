package sc.fiji.imagetomask.value;

/** Yes or no. */
public record Flag() implements ParsedKind<Boolean> {

    @Override
    public String values() {
        return "true, false";
    }

    /** The value in a text; true for null, where the flag is named without a value. */
    @Override
    public Boolean parse(String key, String text) {
        if (text == null || text.equalsIgnoreCase("true")) return true;
        if (text.equalsIgnoreCase("false")) return false;
        throw Kind.mistake(key, "'" + text + "'", "true or false");
    }
}
