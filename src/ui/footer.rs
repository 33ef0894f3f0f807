//! The foot of the page: how to check its promise, what it does not protect from, version and licence.

use yew::prelude::*;

pub fn footer() -> Html {
    html! {
        <footer class="foot">
            <details id="how-to-check">
                <summary>{ "How to check that nothing leaves this page" }</summary>
                <ul>
                    <li>
                        { "Look at the source of this page. Its first lines hold a Content Security Policy that begins " }
                        <code>{ "default-src 'none'" }</code>
                        { ": with it, your browser refuses every connection this page could try to make." }
                    </li>
                    <li>{ "Open your browser's network tools and paste something. Nothing appears after the page itself." }</li>
                    <li>
                        { "Save this page as a file, go offline and open the file. It is the whole product, and it works \
                           the same. Compare its SHA-256 with the published one." }
                    </li>
                </ul>
                <p>{ "What this does not protect from:" }</p>
                <ul>
                    <li>{ "Browser extensions can read every page. A private window usually keeps them out." }</li>
                    <li>{ "Whoever serves this page could serve another one tomorrow. A saved file stays as it is." }</li>
                    <li>{ "A token in a link stays in the history of the browser that opened it." }</li>
                    <li>{ "What you copy goes to your clipboard, which other programs can read." }</li>
                </ul>
            </details>
            <p>
                { "JWT Inspector " }
                { env!("CARGO_PKG_VERSION") }
                { ". Free software under the MIT or the Apache 2.0 licence." }
            </p>
        </footer>
    }
}
