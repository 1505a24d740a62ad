/** Tests of the page to take home. */
@org.jspecify.annotations.NullMarked
package ringside.app.page;
