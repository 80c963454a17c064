package org.jianxi.gateway.mapping.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.NumberText;

/** What expressions lack: decimals that are exact, {@code decimal('0.1') + decimal('0.2') == decimal('0.3')}, and days between dates. */
final class ExactDecimals {

    private static final CelType DECIMAL = OpaqueType.create("decimal");

    private ExactDecimals() {}

    static List<CelFunctionDecl> declarations() {
        var declarations = new ArrayList<CelFunctionDecl>();
        declarations.add(CelFunctionDecl.newFunctionDeclaration(
                "decimal",
                CelOverloadDecl.newGlobalOverload("decimal_of_text", DECIMAL, SimpleType.STRING),
                CelOverloadDecl.newGlobalOverload("decimal_of_int", DECIMAL, SimpleType.INT)));
        declarations.add(CelFunctionDecl.newFunctionDeclaration(
                "string", CelOverloadDecl.newGlobalOverload("decimal_to_text", SimpleType.STRING, DECIMAL)));
        declarations.add(CelFunctionDecl.newFunctionDeclaration(
                "days",
                CelOverloadDecl.newGlobalOverload(
                        "days_between", SimpleType.INT, SimpleType.STRING, SimpleType.STRING)));
        for (var operator : List.of("_+_", "_-_", "_*_")) {
            declarations.add(operator(operator, DECIMAL));
        }
        for (var operator : List.of("_<_", "_<=_", "_>_", "_>=_")) {
            declarations.add(operator(operator, SimpleType.BOOL));
        }
        return declarations;
    }

    static List<CelFunctionBinding> bindings() {
        var bindings = new ArrayList<CelFunctionBinding>();
        bindings.add(CelFunctionBinding.from("decimal_of_text", String.class, ExactDecimals::decimal));
        bindings.add(CelFunctionBinding.from("decimal_of_int", Long.class, ExactDecimal::of));
        bindings.add(CelFunctionBinding.from(
                "decimal_to_text", ExactDecimal.class, one -> one.number().toPlainString()));
        bindings.add(CelFunctionBinding.from("days_between", String.class, String.class, ExactDecimals::days));
        bindings.add(binary("_+_", ExactDecimal::plus));
        bindings.add(binary("_-_", ExactDecimal::minus));
        bindings.add(binary("_*_", ExactDecimal::times));
        bindings.add(binary("_<_", (left, right) -> left.compareTo(right) < 0));
        bindings.add(binary("_<=_", (left, right) -> left.compareTo(right) <= 0));
        bindings.add(binary("_>_", (left, right) -> left.compareTo(right) > 0));
        bindings.add(binary("_>=_", (left, right) -> left.compareTo(right) >= 0));
        return bindings;
    }

    private static ExactDecimal decimal(String text) {
        if (NumberText.read(text, NumberStyle.TYPED, List.of()) instanceof NumberText.Read read) {
            return ExactDecimal.of(read.value());
        }
        throw new IllegalArgumentException("not a number");
    }

    private static long days(String from, String to) {
        return ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static CelFunctionDecl operator(String operator, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                operator, CelOverloadDecl.newGlobalOverload("decimal" + operator, result, DECIMAL, DECIMAL));
    }

    private static CelFunctionBinding binary(
            String operator, CelFunctionOverload.Binary<ExactDecimal, ExactDecimal> meaning) {
        return CelFunctionBinding.from("decimal" + operator, ExactDecimal.class, ExactDecimal.class, meaning);
    }
}
