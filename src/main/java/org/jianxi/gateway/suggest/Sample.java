package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * One way of looking at a sample: the words that lead to its records or its return, and what stands there.
 *
 * @param words of the mapping's head: {@code format}, {@code encoding}, {@code sheet}, {@code header}, {@code records} …
 * @param slots in the order of the sample
 * @param notes what the person who finishes the draft should know
 */
record Sample(Map<String, Object> words, List<Slot> slots, List<String> notes) {

    Sample {
        slots = List.copyOf(slots);
        notes = List.copyOf(notes);
    }

    Sample with(String word, Object value) {
        var more = new LinkedHashMap<>(words);
        more.put(word, value);
        return new Sample(more, slots, notes);
    }

    Sample and(List<Slot> others) {
        return new Sample(words, Stream.concat(slots.stream(), others.stream()).toList(), notes);
    }

    /** Something more that whoever finishes the draft should know. */
    Sample remarking(Bilingual note) {
        var more = new ArrayList<>(notes);
        more.add(note.zh() + " · " + note.en());
        return new Sample(words, slots, more);
    }

    String format() {
        return String.valueOf(words.get("format"));
    }

    boolean isTable() {
        return format().equals("csv") || format().equals("xlsx");
    }
}
