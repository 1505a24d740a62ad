/** Tests of the table of peers. */
@org.jspecify.annotations.NullMarked
package ringside.app.peers;
