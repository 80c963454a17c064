package org.jianxi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A reader holds one method and one file in the head at a time. */
class SourceSizeTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int LONGEST_METHOD = 40;
    private static final int LONGEST_FILE = 250;

    @Test
    void noMethodIsLongerThanFortyLines() throws IOException {
        assertThat(methodsLongerThan(LONGEST_METHOD)).isEmpty();
    }

    @Test
    void noFileIsLongerThanTwoHundredAndFiftyLines() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        for (var file : sources()) {
            assertThat(Files.readString(file, StandardCharsets.UTF_8))
                    .as(file.toString())
                    .doesNotContainPattern(
                            "\\b(TODO|FIXME|XXX)\\b|not (yet )?implemented|UnsupportedOperationException\\(");
        }
    }

    private static List<String> methodsLongerThan(int lines) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            var found = new ArrayList<String>();
            for (var unit : task.parse()) {
                unit.accept(new MethodLengths(Trees.instance(task), unit, lines, found), null);
            }
            return found;
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Counts from a method's opening brace to its closing one. */
    private static final class MethodLengths extends TreeScanner<Void, Void> {

        private final Trees trees;
        private final CompilationUnitTree unit;
        private final int most;
        private final List<String> found;

        MethodLengths(Trees trees, CompilationUnitTree unit, int most, List<String> found) {
            this.trees = trees;
            this.unit = unit;
            this.most = most;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                var positions = trees.getSourcePositions();
                var lines = unit.getLineMap();
                var first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                var last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                if (last - first + 1 > most) {
                    found.add(unit.getSourceFile().getName() + ":" + first + " " + method.getName() + ": "
                            + (last - first + 1) + " lines");
                }
            }
            return super.visitMethod(method, nothing);
        }
    }
}
