package ringside.app.page;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A page of a ring, open in a browser, whose slider a test moves (WINDOW 16.3). */
final class OpenPage implements AutoCloseable {

    static final int WIDTH = 1_280;
    static final int HEIGHT = 800;

    private final Browser browser;

    private OpenPage(Browser browser) {
        this.browser = browser;
    }

    /**
     * Opens a page, and waits until it can be played.
     *
     * @param profile folder of the browser, which writes into it until its last process has gone
     * @return null where there is no browser that runs
     */
    static @Nullable OpenPage open(Path profile, Path page) throws Exception {
        Browser browser = Browser.start(profile, WIDTH, HEIGHT);
        if (browser == null) {
            return null;
        }
        OpenPage opened = new OpenPage(browser);
        browser.open(page.toUri().toString());
        opened.value(
                "new Promise(done => { const look = () => globalThis.player ? done(1) : setTimeout(look, 5); look(); })");
        return opened;
    }

    Browser browser() {
        return browser;
    }

    String value(String expression) {
        return browser.value(expression);
    }

    /** Goes to a time with the slider, and waits until it is drawn. */
    void seek(double seconds) {
        value(
                "byId('slider').value = "
                        + seconds * 1e6
                        + ", byId('slider').dispatchEvent(new Event('input'))");
        frames();
    }

    /** Waits until the page is at rest. */
    void frames() {
        value(
                """
                new Promise(done => {
                  const look = () => player.awake || player.events.later ? setTimeout(look, 5) : done(1);
                  requestAnimationFrame(() => requestAnimationFrame(look));
                })\
                """);
    }

    @Override
    public void close() {
        browser.close();
    }
}
