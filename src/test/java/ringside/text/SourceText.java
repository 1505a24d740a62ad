package ringside.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text as the code builds it: its literal parts, and a hole for each part that is only known at
 * run time.
 *
 * @param text the text with {@link #HOLE} for each hole
 */
record SourceText(String text) {

    /** Stands for a hole; no source has this character in a literal. */
    static final char HOLE = '\u0000';

    private static final SourceText UNKNOWN = new SourceText(String.valueOf(HOLE));

    /** Returns all texts that an expression can yield: one for each way through its conditions. */
    static List<SourceText> of(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text ->
                    List.of(new SourceText(text));
            case LiteralTree literal -> List.of(new SourceText(String.valueOf(literal.getValue())));
            case ParenthesizedTree inner -> of(inner.getExpression());
            case ConditionalExpressionTree either ->
                    Stream.concat(
                                    of(either.getTrueExpression()).stream(),
                                    of(either.getFalseExpression()).stream())
                            .toList();
            case BinaryTree sum when sum.getKind() == Kind.PLUS ->
                    of(sum.getLeftOperand()).stream()
                            .flatMap(left -> of(sum.getRightOperand()).stream().map(left::plus))
                            .toList();
            default -> List.of(UNKNOWN);
        };
    }

    private SourceText plus(SourceText more) {
        return new SourceText(text + more.text);
    }

    boolean isWhole() {
        return text.indexOf(HOLE) < 0;
    }

    /** Returns whether any part of the text is known. */
    boolean saysSomething() {
        return !text.replace(String.valueOf(HOLE), "").isEmpty();
    }

    /** Returns the text for display, with an ellipsis for each hole. */
    @Override
    public String toString() {
        return text.replace(HOLE, '\u2026');
    }
}
