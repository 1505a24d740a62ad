package ringside.check.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ringside.check.ProgramReport;
import ringside.check.Verdict;
import ringside.json.RecordMapper;
import ringside.rules.CheckName;
import ringside.text.Messages;

/** Writes the reports of one program into a folder (PROGRAMS 5.7). */
public final class ReportFiles {

    /** For people, in a browser. */
    public static final String HTML = "report.html";

    private static final String MARKDOWN = "report.md";
    private static final String JUNIT = "junit.xml";
    private static final String GRADESCOPE = "results.json";

    private static final RecordMapper<Results> RESULTS =
            RecordMapper.strict(Results.class, Set.of(), Map.of("maxScore", "max_score"));

    private ReportFiles() {}

    /**
     * Writes all of them.
     *
     * @param folder that is made if it is not there
     * @throws IOException when one cannot be written
     */
    public static void write(ProgramReport report, Path folder) throws IOException {
        write(report, EnumSet.allOf(CheckName.class), folder);
    }

    /**
     * Writes all of them about some checks.
     *
     * @param asked checks that are told; the marks must be of those
     * @param folder that is made if it is not there
     * @throws IOException when one cannot be written
     */
    public static void write(ProgramReport report, Set<CheckName> asked, Path folder)
            throws IOException {
        ReportModel model = ReportModel.of(report, asked);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(HTML), html(model));
        Files.writeString(folder.resolve(MARKDOWN), markdown(model));
        Files.writeString(folder.resolve(JUNIT), junit(model));
        Files.writeString(folder.resolve(GRADESCOPE), gradescope(model));
    }

    static String html(ReportModel model) throws IOException {
        return fill("report.html", Mustache.compiler().escapeHTML(true), model);
    }

    static String markdown(ReportModel model) throws IOException {
        return fill("report.md", Mustache.compiler().withEscaper(MARKDOWN_SIGNS), model);
    }

    /** What could begin a heading, a link, a picture or a tag. */
    private static final Mustache.Escaper MARKDOWN_SIGNS =
            Escapers.simple(
                    new String[][] {
                        {"&", "&amp;"},
                        {"<", "&lt;"},
                        {">", "&gt;"},
                        {"\\", "\\\\"},
                        {"`", "\\`"},
                        {"*", "\\*"},
                        {"_", "\\_"},
                        {"[", "\\["},
                        {"]", "\\]"},
                        {"|", "\\|"},
                        {"#", "\\#"}
                    });

    static String fill(String name, Mustache.Compiler compiler, Object model) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReportFiles.class.getResourceAsStream(name + ".mustache"))) {
            return compiler.nullValue("")
                    .compile(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .execute(model);
        }
    }

    static String junit(ReportModel model) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", XmlText.of(model.name()));
            xml.writeAttribute(
                    "tests", Integer.toString(model.rows().size() + model.beyond().size()));
            for (ReportModel.Row row : model.rows()) {
                writeCase(row, xml);
            }
            for (ReportModel.Row row : model.beyond()) {
                writeBeyond(row, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return text.toString();
    }

    private static void writeCase(ReportModel.Row row, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "check");
        xml.writeAttribute("name", row.label());
        if (row.verdict().equals(Verdict.FAILED.word())) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", row.title());
            xml.writeCharacters(XmlText.of(textOf(row)));
            xml.writeEndElement();
        } else if (!isGood(row)) {
            xml.writeStartElement("skipped");
            xml.writeAttribute("message", row.verdict());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** What is beyond the marks fails no build. */
    private static void writeBeyond(ReportModel.Row row, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "beyond");
        xml.writeAttribute("name", row.label());
        if (!isGood(row)) {
            xml.writeStartElement("skipped");
            xml.writeAttribute("message", Messages.CHECK.format("beyond.bad", row.verdict()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static boolean isGood(ReportModel.Row row) {
        return List.of(Verdict.values()).stream()
                .filter(Verdict::isGood)
                .map(Verdict::word)
                .anyMatch(row.verdict()::equals);
    }

    /** Characters that XML does not know are taken out. */
    private static final class XmlText {

        private XmlText() {}

        static String of(String text) {
            return text.codePoints()
                    .filter(each ->
                            each == '\t'
                                    || each == '\n'
                                    || (each >= ' ' && each < 0xD800)
                                    || (each > 0xDFFF && each != 0xFFFE && each != 0xFFFF))
                    .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();
        }
    }

    private static String textOf(ReportModel.Row row) {
        StringBuilder text = new StringBuilder();
        for (ReportModel.Detail ring : row.rings()) {
            if (!ring.look().isEmpty()) {
                text.append(ring.ring()).append(": ").append(ring.verdict()).append('\n');
                ring.expected().forEach(line -> text.append("+ ").append(line).append('\n'));
                ring.actual().forEach(line -> text.append("- ").append(line).append('\n'));
                text.append(ring.look()).append('\n');
            }
        }
        return text.toString();
    }

    /** What Gradescope reads. */
    private record Results(double score, double maxScore, String output, List<Test> tests) {}

    /** One check for Gradescope. */
    private record Test(String name, double score, double maxScore, String status, String output) {}

    static String gradescope(ReportModel model) {
        return RESULTS.write(
                new Results(
                        Double.parseDouble(model.marks()),
                        Double.parseDouble(model.most()),
                        model.note(),
                        model.rows().stream()
                                .map(row ->
                                        new Test(
                                                row.title(),
                                                Double.parseDouble(row.marks()),
                                                Double.parseDouble(row.most()),
                                                isGood(row) ? "passed" : "failed",
                                                row.verdict() + "\n" + textOf(row)))
                                .toList()));
    }
}
