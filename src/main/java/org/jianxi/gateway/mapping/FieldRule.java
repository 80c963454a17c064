package org.jianxi.gateway.mapping;

import java.util.Optional;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.mapping.conversion.Conversion;
import org.jianxi.gateway.mapping.expression.Expression;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.TextMatch;

/**
 * How one field of a record is read.
 *
 * @param cut the part of the text that is meant; empty: all of it
 * @param blank what a blank stands for where the integrator vouches for it
 */
record FieldRule(
        Field field, Origin origin, Optional<TextMatch> cut, Conversion conversion, Optional<FieldValue> blank) {

    /** Where a field's value comes from. */
    sealed interface Origin {

        record At(Address address) implements Origin {}

        /** The same in every record. */
        record Constant(FieldValue value) implements Origin {}

        record Computed(Expression expression) implements Origin {}
    }

    /** Its address, when it is read at one. */
    Optional<Address> address() {
        return origin instanceof Origin.At at ? Optional.of(at.address()) : Optional.empty();
    }
}
