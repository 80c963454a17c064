package org.jianxi.gateway.mapping.expression;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import org.jianxi.gateway.mapping.notation.Words;

/**
 * Compiles the expressions of mappings: CEL without loops and without macros but {@code has}, over two maps, with exact decimals. No
 * message types, no other variables: there is nothing to reach out with. What an expression costs is bounded by its size.
 */
public final class Expressions {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(1_000)
            .maxParseRecursionDepth(20)
            .maxParseExpressionNodeCount(200)
            .maxRegexProgramSize(1_000)
            .enableComprehension(false)
            .errorOnIntWrap(true)
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(ExactDecimals.bindings())
            .build();

    private Expressions() {}

    /** Of any type of value. */
    public static Expression value(Words words) {
        return compile(words, SimpleType.DYN);
    }

    public static Expression condition(Words words) {
        return compile(words, SimpleType.BOOL);
    }

    private static Expression compile(Words words, CelType result) {
        var written = words.text();
        try {
            var tree = compiler(result).compile(written).getAst();
            return new Expression(written, RUNTIME.createProgram(tree));
        } catch (CelValidationException invalid) {
            var issue = invalid.getErrors().getFirst();
            throw words.problem(
                    "column %d: %s".formatted(issue.getSourceLocation().getColumn() + 1, issue.getMessage()));
        } catch (CelEvaluationException | RuntimeException unusable) {
            throw words.problem("is no usable expression: " + unusable.getMessage());
        }
    }

    private static CelCompiler compiler(CelType result) {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.HAS)
                .addVar("r", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .addVar("f", MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addFunctionDeclarations(ExactDecimals.declarations())
                .setResultType(result)
                .build();
    }
}
