package ringside.app.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import ringside.app.base.Texts;
import ringside.export.AtomicFile;

/** An animated GIF, written frame by frame, that repeats forever. Not thread-safe. */
final class GifFile implements AutoCloseable {

    private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";

    private final Path file;
    private final Path temporary;
    private final ImageWriter writer;
    private final ImageOutputStream out;
    private final int hundredths;

    /**
     * Begins a file.
     *
     * @param hundredths how long each frame is shown, in hundredths of a second
     * @throws IOException when it cannot be written
     */
    GifFile(Path file, int hundredths) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("gif");
        if (!writers.hasNext()) {
            throw new IOException(Texts.text("export.noWriter", "GIF"));
        }
        this.file = file;
        this.temporary = AtomicFile.temporary(file);
        this.writer = writers.next();
        this.out = ImageIO.createImageOutputStream(temporary.toFile());
        if (out == null) {
            throw new IOException(Texts.text("export.noPlace", file));
        }
        this.hundredths = hundredths;
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /** Adds a frame of the same size as the first. */
    void add(BufferedImage frame) throws IOException {
        IIOMetadata about = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        IIOMetadataNode root = (IIOMetadataNode) about.getAsTree(IMAGE_FORMAT);
        IIOMetadataNode control =
                (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("disposalMethod", "none");
        root.appendChild(forEver());
        about.setFromTree(IMAGE_FORMAT, root);
        writer.writeToSequence(new IIOImage(frame, null, about), null);
    }

    private static IIOMetadataNode forEver() {
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        extensions.appendChild(extension);
        return extensions;
    }

    /** Completes the file and moves it into place; if that fails, the old file stays. */
    @Override
    public void close() throws IOException {
        try {
            writer.endWriteSequence();
            out.close();
            AtomicFile.replace(temporary, file);
        } finally {
            writer.dispose();
            Files.deleteIfExists(temporary);
        }
    }
}
