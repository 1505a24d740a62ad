package ringside.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifFileTest {

    private static BufferedImage frame(Color colour) {
        BufferedImage frame = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 40, 30);
        graphics.dispose();
        return frame;
    }

    @Test
    void everyFrameHasItsTimeAndColor(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.gif");
        try (GifFile gif = new GifFile(file, 10)) {
            gif.add(frame(Color.RED));
            gif.add(frame(Color.GREEN));
            gif.add(frame(Color.BLUE));
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            assertThat(reader.read(1).getRGB(5, 5)).isEqualTo(Color.GREEN.getRGB());
            IIOMetadataNode about =
                    (IIOMetadataNode)
                            reader.getImageMetadata(2).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode control =
                    (IIOMetadataNode) about.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("10");
        }
        reader.dispose();
    }
}
