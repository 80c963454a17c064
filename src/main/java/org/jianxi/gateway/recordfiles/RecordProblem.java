package org.jianxi.gateway.recordfiles;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * Why a record file cannot be counted. Never says what stands there: it may be about a person.
 *
 * @param line from 1; 0 where it is the file as a whole
 * @param column the field's name; empty where it is the row or the file
 */
public record RecordProblem(String file, long line, String column, Bilingual why) {

    /** In one line: where, then why, in both languages. */
    public Bilingual told() {
        var zh = file + (line > 0 ? "第" + line + "行" : "") + (column.isEmpty() ? "" : " " + column) + "：" + why.zh();
        var en = file + (line > 0 ? " line " + line : "") + (column.isEmpty() ? "" : " " + column) + ": " + why.en();
        return new Bilingual(zh, en);
    }
}
