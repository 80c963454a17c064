package org.jianxi.gateway.filing.report;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;

/** A piece of the report, the same on paper and on the page. */
public sealed interface Block {

    /** What stands where an officer has to write. */
    String BLANK = "【待填写】";

    /** The name by which a page chooses how to show it. */
    String kind();

    record Title(Bilingual text) implements Block {
        @Override
        public String kind() {
            return "title";
        }
    }

    record Heading(Bilingual text) implements Block {
        @Override
        public String kind() {
            return "heading";
        }
    }

    record Paragraph(Bilingual text) implements Block {
        @Override
        public String kind() {
            return "paragraph";
        }
    }

    /** Where figures come from, and what is missing in them. */
    record Note(Bilingual text) implements Block {
        @Override
        public String kind() {
            return "note";
        }
    }

    /**
     * Something the ledger does not know.
     *
     * @param help what to write there; it goes when that is done
     */
    record ToFill(Bilingual help) implements Block {
        @Override
        public String kind() {
            return "to-fill";
        }
    }

    /** @param columns the first holds what a row is about */
    record Grid(Bilingual caption, List<Column> columns, List<Row> rows) implements Block {
        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "grid";
        }
    }

    /**
     * @param weight its width beside the others'
     * @param isNumber whether its cells stand at the right
     */
    record Column(Bilingual head, int weight, boolean isNumber) {}

    /** @param total whether it adds up the others */
    record Row(List<Bilingual> cells, boolean total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
