package org.jianxi.gateway.ledger;

import org.jianxi.gateway.canonical.Bilingual;

/**
 * The first thing that is wrong with the ledger: which row, what about it, what it should be and what it is.
 *
 * @param table the table the row is in, or should be in
 * @param row its key as people write it: {@code position 12}, a submission's id
 */
public record Breach(String table, String row, Kind kind, String expected, String actual) {

    public Bilingual message() {
        return new Bilingual(
                "%s 表 %s：%s；应为 %s，实为 %s".formatted(table, row, kind.zh, expected, actual),
                "table %s, %s: %s; expected %s, found %s".formatted(table, row, kind.en, expected, actual));
    }

    /** What can be wrong. The wire names are contract. */
    public enum Kind {
        ROW_MISSING("row-missing", "应有的记录不在", "a row that must be there is not"),
        ROW_UNKNOWN("row-unknown", "台账里没有登记的多余记录", "a row that the ledger does not know"),
        ROW_CHANGED("row-changed", "记录被改动", "the row was changed"),
        CONTENT_CHANGED("content-changed", "收到的原文被改动", "the bytes as received were changed"),
        LEAF_CHANGED("leaf-changed", "叶子被改动", "a leaf was changed"),
        ENTRY_CHANGED("entry-changed", "台账条目被改动", "the entry was changed"),
        TREE_CHANGED("tree-changed", "树与条目不符", "the tree does not follow from the entries"),
        RECEIPT_CHANGED("receipt-changed", "回执被改动", "the receipt was changed"),
        SIGNATURE_WRONG("signature-wrong", "签名不成立", "the signature does not hold"),
        CHECKPOINT_CHANGED("checkpoint-changed", "检查点与台账不符", "the checkpoint does not fit the ledger"),
        TIMESTAMP_CHANGED("timestamp-changed", "时间戳与检查点不符", "the timestamp does not fit its checkpoint"),
        WENT_BACKWARDS("went-backwards", "台账倒退了", "the ledger went backwards"),
        REWRITTEN("rewritten", "台账历史被改写", "the ledger's history was rewritten");

        private final String wireName;
        private final String zh;
        private final String en;

        Kind(String wireName, String zh, String en) {
            this.wireName = wireName;
            this.zh = zh;
            this.en = en;
        }

        public String wireName() {
            return wireName;
        }
    }
}
