package org.jianxi.gateway.mapping.notation;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Where in a sender's document something stands. A closed set: nothing is ever evaluated. */
public sealed interface Address {

    /** RFC 6901. */
    record Pointer(JsonPointer pointer) implements Address {
        @Override
        public String toString() {
            return pointer.toString();
        }
    }

    /**
     * Steps from the root element, perhaps to an attribute: {@code /a/b[@k='v']/@c}.
     *
     * @param attribute the last step when it is one
     */
    record XmlPath(String written, List<Step> steps, Optional<XmlName> attribute) implements Address {
        public XmlPath {
            steps = List.copyOf(steps);
        }

        @Override
        public String toString() {
            return written;
        }
    }

    /** @param namespace empty: none */
    record XmlName(String namespace, String local) {}

    /** An element by name, perhaps told from its siblings by the value of an attribute. */
    record Step(XmlName name, Optional<Condition> condition) {}

    /** {@code [@key='value']}. */
    record Condition(XmlName attribute, String value) {}

    /** A pointer that picks items of arrays by a member: {@code /items[code=DW01]/value}. */
    record ItemPath(String written, List<ItemStep> steps) implements Address {
        public ItemPath {
            steps = List.copyOf(steps);
        }

        @Override
        public String toString() {
            return written;
        }
    }

    /** On to what a pointer leads to, then, where there is a pick, to the item of that array which it fits. */
    record ItemStep(JsonPointer to, Optional<Pick> pick) {}

    /** The item whose member has this text or number. */
    record Pick(String member, String value) {}

    /**
     * A column by the text of its header; the first alias that is found counts. Parts of a merged header are joined by /.
     *
     * @param printed the number the form prints under that header, which counts for more than any label
     */
    record Column(List<String> aliases, Optional<Integer> printed) implements Address {
        Column(List<String> aliases) {
            this(aliases, Optional.empty());
        }

        public Column {
            aliases = List.copyOf(aliases);
        }

        @Override
        public String toString() {
            return String.join("、", aliases);
        }
    }

    /** Where a column meets the row that another column names: figures that stand below one another. */
    record ColumnAtRow(Column column, Column key, String value) implements Address {
        @Override
        public String toString() {
            return column + "（" + key + "=" + value + "）";
        }
    }

    /** In the whole document, where any other address means the record at hand. */
    record OfDocument(Address inner) implements Address {
        @Override
        public String toString() {
            return inner.toString();
        }
    }

    /** In the row of another table that belongs to the record at hand. */
    record InJoin(String join, Address inner) implements Address {
        @Override
        public String toString() {
            return join + " " + inner;
        }
    }

    /** One cell of a sheet, rows and columns counted from 1. */
    record Cell(String a1, int row, int column) implements Address {
        @Override
        public String toString() {
            return a1;
        }
    }

    /** Whatever stands above the header: title lines. */
    record Title() implements Address {
        @Override
        public String toString() {
            return "title";
        }
    }
}
