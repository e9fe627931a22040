package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.ome.OmeFields;
import sc.fiji.imagetomask.ome.OmeFieldsOutput;
import sc.fiji.imagetomask.picturefile.WrongChoiceException;

/** The plates of masks of a batch: begun before the first mask is made, and complete when all of their fields are made. */
final class PlateMasks {

    /**
     * Several images that are stored together, such as the fields of a plate, and where their masks are stored in the same
     * layout.
     *
     * @param input where the images are
     * @param fields what is there
     * @param output the plate of the masks
     */
    record Plate(Place input, OmeFields fields, Place output) {

        List<Assignment> assignments() {
            return fields.names().stream()
                    .map(name -> new Assignment(input.field(fields.store(), name), output.inside(name), output))
                    .toList();
        }
    }

    private final MaskJob job;
    private final Map<String, OmeFieldsOutput> outputs = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> mistaken = ConcurrentHashMap.newKeySet();

    PlateMasks(MaskJob job) {
        this.job = job;
    }

    /**
     * One among others that cannot be begun is told, once for all of its fields.
     *
     * @param isAlone whether it is all that is made
     * @throws IllegalArgumentException with one sentence, if it is alone and cannot be begun
     */
    void begin(Plate plate, boolean isAlone, Consumer<FileMask> told) {
        Place output = plate.output();
        try {
            outputs.put(
                    output.toString(),
                    OmeFieldsOutput.create(
                            output.target(),
                            plate.fields(),
                            job.ome().version(),
                            job.existing() == ExistingMask.LEFT,
                            job.existing() == ExistingMask.REPLACED));
        } catch (IOException e) {
            String hint = job.existing() == ExistingMask.REFUSED ? "; use --force to replace it" : "";
            String line = Sentence.of(e).replaceAll("exists already[.]$", "exists already" + hint + ".");
            if (isAlone) throw new IllegalArgumentException(line, e);
            told.accept(new FileMask(plate.input().path(), output.path(), false, List.of(), line));
        }
    }

    boolean isBegun(Assignment assignment) {
        return !assignment.isField() || outputs.containsKey(assignment.plate().toString());
    }

    void made(Assignment assignment) {
        made.add(assignment.output().toString());
    }

    /** A field was not made: the same settings may do better at another time, unless the user made a mistake. */
    void failed(Assignment assignment, Throwable problem) {
        boolean isMistake = problem instanceof IllegalArgumentException || problem instanceof WrongChoiceException;
        if (assignment.isField() && isMistake) mistaken.add(assignment.plate().toString());
    }

    /** Makes it a plate that others read, if all of its fields are made; else a notice says that it is not. */
    boolean finish(Plate plate) {
        OmeFieldsOutput output = outputs.get(plate.output().toString());
        if (output == null) return false;
        long missing = plate.assignments().stream()
                .filter(field -> !made.contains(field.output().toString()))
                .count();
        try {
            if (missing == 0) output.finish();
            else if (!output.isComplete())
                job.notices()
                        .accept("'" + plate.output() + "' is not complete, because " + missing + " of "
                                + plate.fields().names().size() + " fields were not made; "
                                + (mistaken.contains(plate.output().toString())
                                        ? "correct the command and add --force."
                                        : "the same command with --resume makes them."));
            return missing == 0;
        } catch (IOException e) {
            job.notices().accept(Sentence.of(e));
            return false;
        }
    }
}
