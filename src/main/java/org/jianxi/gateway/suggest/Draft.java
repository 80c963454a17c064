package org.jianxi.gateway.suggest;

import java.util.List;

/** A mapping file as it is written: each guess with its reason behind it, and at the end what was not placed. */
final class Draft {

    private final StringBuilder text = new StringBuilder();

    Draft(String source, String dataset) {
        text.append("# yaml-language-server: $schema=../../schemas/mapping.schema.json\n");
        text.append("# 由样例推测的草稿，逐行核对后使用 · A draft guessed from a sample: check every line.\n");
        line("source", source);
        line("dataset", dataset);
    }

    void line(String word, Object value) {
        line(word, value, "");
    }

    void line(String word, Object value, String why) {
        text.append(word)
                .append(": ")
                .append(Yaml.flow(value))
                .append(behind(why))
                .append('\n');
    }

    void open(String word) {
        text.append(word).append(":\n");
    }

    void guess(String target, Object value, Guess guess, String label) {
        text.append("  ")
                .append(target)
                .append(": ")
                .append(Yaml.flow(value))
                .append(behind(label + "，" + why(guess)))
                .append('\n');
    }

    /** A line that must be there and that nothing is known for. */
    void unknown(String target, Object value, String label) {
        text.append("  ")
                .append(target)
                .append(": ")
                .append(Yaml.flow(value))
                .append(behind(label + "：样例中找不到，请填写 · not found in the sample, fill in"))
                .append('\n');
    }

    void missing(List<Target> targets) {
        if (!targets.isEmpty()) {
            note("没有找到位置的字段 · fields without a place:");
            targets.forEach(
                    one -> note("  " + one.id() + "  " + one.label().zh() + (one.required() ? "（必填 required）" : "")));
        }
    }

    void left(List<Slot> slots) {
        if (!slots.isEmpty()) {
            note("样例中没有用到的 · in the sample and not placed:");
            slots.forEach(slot -> note("  " + slot.shown()));
        }
    }

    void notes(List<String> notes) {
        notes.forEach(this::note);
    }

    private void note(String note) {
        text.append("# ").append(Yaml.comment(note)).append('\n');
    }

    static String why(Guess guess) {
        return guess.level() + "：" + guess.reason().zh() + " · "
                + guess.reason().en();
    }

    private static String behind(String why) {
        return why.isEmpty() ? "" : "  # " + Yaml.comment(why);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
