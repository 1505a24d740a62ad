package ringside.text;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** All texts in the sources of the program, as the compiler parses them. */
final class SourceTexts {

    private static final Path SOURCES = Path.of("src/main/java");

    /**
     * Methods whose first argument is a key, one of them also imported statically; all other
     * methods that take a key pass it on to these.
     */
    private static final Pattern TAKES_A_KEY =
            Pattern.compile("\\w*(Messages|Texts)\\.(format|text|count)|format");

    private final List<Said> texts = new ArrayList<>();
    private final Set<String> choices = new TreeSet<>();

    private SourceTexts() {}

    /**
     * A text.
     *
     * @param file the path of its source, beginning with the package
     * @param to the method or class that takes it as an argument, such as {@code Texts.text}, or
     *     empty
     * @param isFirst whether it is the first argument
     */
    record Said(Path file, SourceText phrase, String to, boolean isFirst) {

        /** Returns whether the text is the key of a sentence. */
        boolean isKey() {
            return isFirst && TAKES_A_KEY.matcher(to).matches();
        }

        Path folder() {
            return requireNonNull(file.getParent(), "a source lies in a package");
        }
    }

    static SourceTexts read() throws IOException {
        SourceTexts speech = new SourceTexts();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> all = Files.walk(SOURCES);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = all.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                Path file =
                        SOURCES.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
                new Scanner(file, speech).scan(unit, null);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return speech;
    }

    List<Said> texts() {
        return texts;
    }

    /** Returns the names of all constants of all enums. */
    Set<String> choices() {
        return choices;
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable String> {

        private final Path file;
        private final SourceTexts speech;
        private boolean isFirst;

        Scanner(Path file, SourceTexts speech) {
            this.file = file;
            this.speech = speech;
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable String to) {
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(
                MethodInvocationTree call, @Nullable String to) {
            scan(call.getMethodSelect(), to);
            arguments(call.getArguments(), name(call.getMethodSelect()));
            return null;
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree call, @Nullable String to) {
            arguments(call.getArguments(), name(call.getIdentifier()));
            scan(call.getClassBody(), null);
            return null;
        }

        private void arguments(List<? extends ExpressionTree> arguments, String to) {
            for (int i = 0; i < arguments.size(); i++) {
                isFirst = i == 0;
                scan(arguments.get(i), to);
            }
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable String to) {
            return literal.getValue() instanceof String ? take(literal, to) : null;
        }

        @Override
        public @Nullable Void visitConditionalExpression(
                ConditionalExpressionTree either, @Nullable String to) {
            boolean first = isFirst;
            scan(either.getCondition(), null);
            isFirst = first;
            scan(either.getTrueExpression(), to);
            isFirst = first;
            return scan(either.getFalseExpression(), to);
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree sum, @Nullable String to) {
            if (sum.getKind() != Kind.PLUS) {
                return super.visitBinary(sum, null);
            }
            take(sum, to);
            scanOperand(sum.getLeftOperand());
            return scanOperand(sum.getRightOperand());
        }

        /**
         * Scans a part of a longer text, which counts only for its calls with texts of their own.
         */
        private @Nullable Void scanOperand(ExpressionTree operand) {
            return switch (operand) {
                case LiteralTree _ -> null;
                case BinaryTree inner when inner.getKind() == Kind.PLUS -> {
                    scanOperand(inner.getLeftOperand());
                    yield scanOperand(inner.getRightOperand());
                }
                default -> scan(operand, null);
            };
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable String to) {
            if (isConstantOfEnum(variable)) {
                speech.choices.add(variable.getName().toString());
            }
            return super.visitVariable(variable, null);
        }

        private static boolean isConstantOfEnum(VariableTree variable) {
            // The parser turns an enum constant into a field of the enum's type, created by 'new'.
            return variable.getInitializer() instanceof NewClassTree
                    && variable.getName().toString().matches("[A-Z][A-Z_0-9]*");
        }

        private @Nullable Void take(ExpressionTree expression, @Nullable String to) {
            for (SourceText phrase : SourceText.of(expression)) {
                Said said = new Said(file, phrase, to == null ? "" : to, isFirst);
                if (said.isKey() || phrase.saysSomething()) {
                    speech.texts.add(said);
                }
            }
            return null;
        }

        private static String name(Tree called) {
            return switch (called) {
                case IdentifierTree plain -> plain.getName().toString();
                case MemberSelectTree member
                        when member.getExpression() instanceof IdentifierTree owner ->
                        owner.getName() + "." + member.getIdentifier();
                case MemberSelectTree member
                        when member.getExpression() instanceof MemberSelectTree bundle
                                && bundle.getExpression().toString().equals("Messages") ->
                        member.toString();
                case MemberSelectTree member -> member.getIdentifier().toString();
                default -> called.toString();
            };
        }
    }
}
