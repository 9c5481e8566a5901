/**
 * Common words that sound unlike each other, easy to say in any language's accent. None is of a list for seed phrases, or begins
 * like a word of the English one: nobody is to learn to speak such words to a caller.
 */
export const wordList: readonly string[] =
  `adventure airship albatross algorithm alligator almanac aluminium ambulance amethyst asparagus asteroid
  astronaut backpack badminton bagpipe bakery barbecue barometer bathrobe beaver bedside beetle binoculars
  blizzard bonfire boomerang bouquet bumblebee bungalow cafeteria calculator calendar camcorder cappuccino
  caravan carousel cassette cauliflower chemistry chipmunk chocolate chopstick classroom cobweb corkscrew cowboy
  crescendo crockery crocodile cucumber cupcake cylinder daffodil dandelion dartboard daydream dictionary domino
  dormouse doughnut downhill drainpipe dumpling earring eggplant eucalyptus evergreen eyelash factory falafel
  falcon fennel ferryboat flapjack folklore foxglove geography glacier goalkeeper goblin gondola gymnasium
  hamburger harmonica hawthorn hazelnut helicopter hemisphere hexagon hopscotch houseboat household hummingbird
  hydrogen iceberg icicle igloo infinity jasmine javelin jockey juggler jukebox karaoke keyhole keystone
  kilometre kiosk labyrinth lagoon landmark landscape lantern lasagna lavender leapfrog limestone limousine
  locomotive lollipop lullaby macaroni magazine magpie mahogany marmalade marshmallow marsupial mermaid meteor
  metronome microscope molecule mongoose mosaic mulberry nectarine nostalgia nutcracker nutmeg oatmeal octagon
  omelette ornament padlock paintbrush pamphlet pancake papaya parliament parsley pastry pendulum penguin
  peninsula petunia pharmacy piccolo pineapple pinwheel pomegranate poodle popcorn porcelain porcupine porridge
  pyjamas quadrant raspberry ravioli rectangle reindeer rhinoceros saffron sapphire saxophone scooter sculpture
  seagull seahorse shampoo shepherd silhouette skeleton skylark skyscraper snorkel spaghetti stethoscope
  sunflower sunglasses tambourine tarantula teapot telescope television temperature theatre thimble toucan
  trampoline tramway tulip turquoise twilight unicorn upstairs valentine vegetable vineyard volleyball waffle
  waistcoat walrus wardrobe werewolf whirlpool xylophone yogurt zeppelin zodiac zoology zucchini`.split(
    /\s+/,
  );
