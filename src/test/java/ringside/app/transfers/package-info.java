/** Tests of the list of transfers. */
@org.jspecify.annotations.NullMarked
package ringside.app.transfers;
